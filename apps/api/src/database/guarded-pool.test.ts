import { expect, test } from '@jest/globals';
import type { Pool } from 'mysql2';
import { guardPool } from './guarded-pool.ts';

type Settle = (error: { errno: number } | null, result?: unknown) => void;

/** A pool of one connection, whose statements end when the test says so. */
function fakePool() {
  const sent: { sql: string; settle: Settle }[] = [];
  const connection = {
    config: {},
    threadId: 1,
    query: (sql: string, _values: unknown, settle: Settle) => void sent.push({ sql, settle }),
    release: () => undefined,
  };
  const pool = {
    on: () => undefined,
    getConnection: (callback: (error: null, given: unknown) => void) => callback(null, connection),
  };
  return { pool: pool as unknown as Pool, sent };
}

test('a deadlock that is heard of while the transaction is being rolled back spoils nothing for who comes next', () => {
  const { pool, sent } = fakePool();
  const answers: unknown[] = [];
  guardPool(pool, { acquire: 1_000, statement: 1_000, commit: 1_000 }).getConnection((_, connection) => {
    const ask = (sql: string) => connection.query(sql, [], (error) => answers.push(error ?? sql));
    ask('begin');
    sent[0]!.settle(null);
    ask('update a set b = 1');
    ask('rollback');
    sent[1]!.settle({ errno: 1213 });
    sent[2]!.settle(null);
    ask('select 1');
    sent[3]!.settle(null);
  });
  expect(sent.map(({ sql }) => sql)).toEqual(['begin', 'update a set b = 1', 'rollback', 'select 1']);
  expect(answers).toEqual(['begin', { errno: 1213 }, 'rollback', 'select 1']);
});
