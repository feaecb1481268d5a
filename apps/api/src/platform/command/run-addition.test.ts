import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { applicant } from '../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../tests/support/test-app.ts';
import type { Em } from '../../database/index.ts';
import type { Caller } from '../endpoint/index.ts';
import { problem } from '../problem/index.ts';
import type { Addition } from './index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ modules: [] });
});
afterAll(() => app.close());

const em = (): Em => app.deps.orm.em.fork();
const count = async (sql: string, parameters: unknown[] = []): Promise<number> =>
  (await em().execute(sql, parameters)).length;
const things = (name: string): Promise<number> => count('select 1 from number_blocks where sequence = ?', [name]);
const person = applicant();
const caller = (key?: string, input?: unknown): Caller => ({ principal: person, idempotencyKey: key, input });

function put(addition: Addition, name: string): { name: string; at: string } {
  addition.insert('number_blocks', [{ sequence: name, next_number: 1 }]);
  const of = { chain: `thing:${name}`, target: { type: 'thing', id: name } };
  addition.audit({ action: 'thing.make', ...of, outcome: 'done' });
  addition.enqueue({ kind: 'thing.made', payload: { name } });
  return { name, at: addition.now.toISOString() };
}
const make = (name: string, who: Caller = caller()) =>
  app.deps.runAddition(who, { name: 'thing.make' }, (addition) => Promise.resolve(put(addition, name)));

/** What a command has left in each of the tables. */
const traces = async (name: string): Promise<number[]> => [
  await things(name),
  await count('select 1 from audit_entries where chain = ?', [`thing:${name}`]),
  await count('select 1 from jobs where payload like ?', [`%"${name}"%`]),
];

describe('a command that only adds', () => {
  test('many at once are all written, in fewer transactions than there are of them', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `many-${index}`);
    const statements = await app.statements(() => Promise.all(names.map((name) => make(name, caller(`key-${name}`)))));
    for (const name of names) expect(await traces(name)).toEqual([1, 1, 1]);
    expect(await count("select 1 from command_keys where command = 'thing.make'")).toBe(30);
    expect(statements.filter((sql) => sql.startsWith('commit')).length).toBeLessThan(15);
  });

  test('one that cannot be written fails by itself: those beside it are there, of it is nothing', async () => {
    await make('taken');
    const names = ['beside-1', 'beside-2', 'taken', 'beside-3', 'beside-4'];
    const results = await Promise.allSettled(names.map((name) => make(name)));
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
    for (const name of names) expect(await traces(name)).toEqual([1, 1, 1]);
  });

  test('F-9: the same key sent 50 times at once makes one thing and gives 50 equal answers', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => make('once', caller('key-once-1', { a: 1 }))));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await traces('once')).toEqual([1, 1, 1]);
  }, 30_000);

  test('F-9: the same key with another input is refused', async () => {
    await make('body-1', caller('key-body-1', { a: 1 }));
    await expect(make('body-2', caller('key-body-1', { a: 2 }))).rejects.toMatchObject({
      code: 'request.idempotency-key-reused',
    });
    expect(await traces('body-2')).toEqual([0, 0, 0]);
  });

  test('R-TX-1: a refusal writes nothing, and a repeat of what was done gets its first answer instead', async () => {
    let isDone = false;
    const once = () =>
      app.deps.runAddition(caller('key-refused'), { name: 'thing.make' }, async (addition) => {
        if (isDone) throw problem('case.not-allowed');
        return put(addition, 'refused-later');
      });
    const first = await once();
    isDone = true;
    expect(await once()).toEqual(first);
    const refused = app.deps.runAddition(caller('key-other'), { name: 'thing.make' }, async (addition) => {
      put(addition, 'refused');
      throw problem('case.not-allowed');
    });
    await expect(refused).rejects.toMatchObject({ code: 'case.not-allowed' });
    expect(await traces('refused')).toEqual([0, 0, 0]);
  });

  test('what the database asks to be done again is planned again whole', async () => {
    let attempts = 0;
    const answer = await app.deps.runAddition(caller(), { name: 'thing.make' }, async (addition) => {
      attempts += 1;
      if (attempts < 3) throw Object.assign(new Error('Deadlock found'), { errno: 1213 });
      return put(addition, `again-${attempts}`);
    });
    expect(answer).toMatchObject({ name: 'again-3' });
    expect(await traces('again-3')).toEqual([1, 1, 1]);
  });

  test('rows that were to be taken and are not all there any more: nothing is written, for nobody else it matters', async () => {
    await make('there');
    const sql = 'update number_blocks set next_number = 2 where sequence in';
    const take = (name: string, owner: string) =>
      app.deps.runAddition(caller(), { name: 'thing.take' }, async (addition) => {
        addition.take({ sql, owner, rows: 1 });
        return put(addition, name);
      });
    const results = await Promise.allSettled([make('first'), take('took', 'there'), take('took-none', 'gone')]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(results[2]).toMatchObject({ reason: { code: 'record.changed' } });
    expect([await traces('took'), await traces('took-none')]).toEqual([
      [1, 1, 1],
      [0, 0, 0],
    ]);
    expect(await count("select 1 from number_blocks where sequence = 'there' and next_number = 2")).toBe(1);
  });

  test('without an answer nothing is written; without an audit entry nothing is committed', async () => {
    const none = app.deps.runAddition(caller(), { name: 'thing.make' }, async (addition) => {
      put(addition, 'nothing');
      return undefined;
    });
    expect(await none).toBeUndefined();
    const silent = app.deps.runAddition(caller(), { name: 'thing.make' }, async (addition) => {
      addition.insert('number_blocks', [{ sequence: 'silent', next_number: 1 }]);
      return {};
    });
    await expect(silent).rejects.toThrow('no audit entry');
    expect([await things('nothing'), await things('silent')]).toEqual([0, 0]);
  });
});
