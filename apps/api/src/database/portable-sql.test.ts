import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../tests/support/property.ts';
import { openTestDatabase, type TestDatabase } from '../../../../tests/support/test-database.ts';
import {
  affectedRows,
  databaseMilliseconds,
  insertRows,
  insertUnlessPresent,
  instantOf,
  instantOrNull,
} from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const hostile = [
  "'; drop table jobs; --",
  '" or ""="',
  "\\'; select 1; --",
  '\\',
  '%_?',
  '`x`',
  '$1 :name ?? ??',
  '/* */ #',
  '\u202egnp.exe',
  '𠮷龘',
  '\n\r\t',
  "x' union select 1,2",
];
const text = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary', maxLength: 70 }));
// Text of SQLite ends at NUL: the endpoint layer refuses it before any statement.
const storable = text.filter((value) => !value.includes('\0') && value.isWellFormed());

describe('R-IN-3: text in statements', () => {
  property('comes back as it went in and finds only itself, whatever it is', storable, async (value) => {
    const em = database.orm.em.fork();
    await em.execute('delete from number_blocks');
    await insertRows(em, 'number_blocks', [
      { sequence: value, next_number: 1 },
      { sequence: `${value}+`, next_number: 2 },
    ]);
    const found = await em.execute('select sequence, next_number from number_blocks where sequence = ?', [value]);
    expect(found).toEqual([{ sequence: value, next_number: 1 }]);
  });

  test('a list of values, null, truth and instants keep their kind', async () => {
    const em = database.orm.em.fork();
    const at = new Date('2026-03-01T00:00:00.123Z');
    const job = { kind: "k'", payload: '{"a":"\\""}', state: 'open', available_at: at, attempts: 0, created_at: at };
    await insertRows(em, 'jobs', [
      { id: 'a', ...job, lease_until: null },
      { id: 'b', ...job, lease_until: at },
    ]);
    const rows = await em.execute<{ id: string; lease_until: unknown }[]>(
      'select id, lease_until from jobs where id in (?, ?) and available_at <= ? order by id',
      ['a', 'b', at],
    );
    expect(rows.map((row) => instantOrNull(row.lease_until))).toEqual([null, at]);
  });
});

test('rows whose key is taken are left as they are, and the others come in', async () => {
  const em = database.orm.em.fork();
  const rows = [1, 2, 3].map((n) => ({ sequence: `s${n}`, next_number: n }));
  await insertRows(em, 'number_blocks', rows.slice(0, 2));
  await insertRows(
    em,
    { table: 'number_blocks', skipsPresent: true },
    rows.map((row) => ({ ...row, next_number: 9 })),
  );
  const kept = await em.execute("select next_number from number_blocks where sequence like 's_' order by sequence");
  expect(kept).toEqual([{ next_number: 1 }, { next_number: 2 }, { next_number: 9 }]);
  const again = `${insertUnlessPresent(database.family)} into number_blocks (sequence, next_number) values ('s1', 5)`;
  expect(await affectedRows(em, again)).toBe(0);
});

test('an UPDATE that changes nothing still says that its row was there', async () => {
  const em = database.orm.em.fork();
  await insertRows(em, 'number_blocks', [{ sequence: 'same', next_number: 1 }]);
  expect(await affectedRows(em, "update number_blocks set next_number = 1 where sequence = 'same'")).toBe(1);
  expect(await affectedRows(em, "update number_blocks set next_number = 1 where sequence = 'none'")).toBe(0);
});

test('the clock of the database is that of the world', async () => {
  const [row] = await database.orm.em
    .fork()
    .execute<{ now: number | string }[]>(`select ${databaseMilliseconds(database.family)} as now`);
  expect(Math.abs(Number(row?.now) - Date.now())).toBeLessThan(60_000);
  expect(() => instantOf(undefined)).toThrow(TypeError);
});
