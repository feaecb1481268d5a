import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createTestApp, type TestApp } from '../../../../../tests/support/test-app.ts';
import { applicant } from '../../../../../tests/support/principals.ts';
import type { Em } from '../../database/index.ts';
import type { Caller } from '../endpoint/index.ts';
import { ProblemError, problem } from '../problem/index.ts';
import type { Tx } from './index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ modules: [] });
});
afterAll(() => app.close());

const em = (): Em => app.deps.orm.em.fork();
const rows = async (sequence: string): Promise<number> =>
  (await em().execute('select 1 from number_blocks where sequence = ?', [sequence])).length;
const put = (tx: Tx, sequence: string): Promise<unknown> =>
  tx.em.execute('insert into number_blocks (sequence, next_number) values (?, 1)', [sequence], 'run');
const note = (tx: Tx, chain: string): void =>
  tx.audit({ action: 'thing.make', chain, target: { type: 'thing', id: chain }, outcome: 'done' });
const person = applicant();
const caller = (key?: string, input?: unknown): Caller => ({ principal: person, idempotencyKey: key, input });
const make = (name: string, who: Caller) =>
  app.deps.runCommand(who, { name: 'thing.make' }, async (tx) => {
    await put(tx, name);
    note(tx, `thing:${name}`);
    tx.enqueue({ kind: 'thing.made', payload: { name } });
    return { name, at: tx.now.toISOString() };
  });

describe('a command', () => {
  test('R-TX-1: what fails leaves no change, no audit entry, no job and no key', async () => {
    const failing = app.deps.runCommand(caller('key-failing'), { name: 'thing.make' }, async (tx) => {
      await put(tx, 'failing');
      note(tx, 'thing:failing');
      tx.enqueue({ kind: 'thing.made', payload: {} });
      throw problem('case.not-allowed');
    });
    await expect(failing).rejects.toThrow(ProblemError);
    expect(await rows('failing')).toBe(0);
    for (const table of ['audit_entries', 'jobs', 'command_keys'])
      expect(await em().execute(`select * from ${table}`)).toEqual([]);
  });

  test('F-9: the same key sent 50 times at once makes one thing and gives 50 equal answers', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => make('once', caller('key-once-1', { a: 1 }))));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await rows('once')).toBe(1);
    expect(await em().execute("select 1 from jobs where kind = 'thing.made'")).toHaveLength(1);
    expect(await em().execute("select 1 from audit_entries where chain = 'thing:once'")).toHaveLength(1);
  }, 30_000);

  test('F-9: the same key with another body is refused, and of another person or command is another key', async () => {
    await make('body-1', caller('key-body-1', { a: 1 }));
    await expect(make('body-2', caller('key-body-1', { a: 2 }))).rejects.toMatchObject({
      code: 'request.idempotency-key-reused',
    });
    expect(await rows('body-2')).toBe(0);
    await make('body-3', { principal: applicant(), idempotencyKey: 'key-body-1', input: { a: 2 } });
    expect(await rows('body-3')).toBe(1);
  });

  test('a repeat that the rules would now refuse gets the first answer', async () => {
    let isDone = false;
    const submit = () =>
      app.deps.runCommand(caller('key-repeat'), { name: 'draft.submit' }, async (tx) => {
        if (isDone) throw problem('case.not-allowed');
        note(tx, 'draft:1');
        return { number: 'A1' };
      });
    expect(await submit()).toEqual({ number: 'A1' });
    isDone = true;
    expect(await submit()).toEqual({ number: 'A1' });
  });

  test('an answer is kept encrypted: it may hold a link that signs in', async () => {
    await app.deps.runCommand(caller('key-secret'), { name: 'invitation.create' }, async (tx) => {
      note(tx, 'invitation:1');
      return { link: 'canary-token' };
    });
    expect(JSON.stringify(await em().execute('select * from command_keys'))).not.toContain('canary');
  });

  test('a deadlock runs the whole again with a new entity manager, and not for ever', async () => {
    let attempts = 0;
    const answer = await app.deps.runCommand(caller(), { name: 'thing.make' }, async (tx) => {
      await put(tx, `again-${++attempts}`);
      note(tx, 'thing:again');
      if (attempts < 3) throw Object.assign(new Error('Deadlock found'), { errno: 1213 });
      return attempts;
    });
    expect([answer, await rows('again-1'), await rows('again-3')]).toEqual([3, 0, 1]);
    const hopeless = app.deps.runCommand(caller(), { name: 'thing.make' }, async () => {
      attempts += 1;
      throw Object.assign(new Error('Lock wait timeout'), { errno: 1205 });
    });
    await expect(hopeless).rejects.toMatchObject({ code: 'service.unavailable' });
    expect(attempts).toBe(3 + 8);
  }, 30_000);

  test('two commands that extend one chain at once are both recorded, one after the other', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        app.deps.runCommand(caller(), { name: 'thing.note' }, async (tx) => (note(tx, 'thing:shared'), index)),
      ),
    );
    const chain = await em().execute<{ seq: number }[]>(
      "select seq from audit_entries where chain = 'thing:shared' order by seq",
    );
    expect(chain.map((entry) => Number(entry.seq))).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  }, 30_000);

  test('without an audit entry, or with an answer that JSON would change, nothing is committed', async () => {
    const silent = app.deps.runCommand(caller(), { name: 'thing.make' }, async (tx) => void (await put(tx, 'silent')));
    await expect(silent).rejects.toThrow('no audit entry');
    const dated = app.deps.runCommand(caller(), { name: 'thing.make' }, async (tx) => {
      await put(tx, 'dated');
      note(tx, 'thing:dated');
      return { at: tx.now };
    });
    await expect(dated).rejects.toThrow('ISO text');
    expect([await rows('silent'), await rows('dated')]).toEqual([0, 0]);
  });

  test('a command inside a command, and another connection inside one, are refused instead of waited for', async () => {
    const nested = app.deps.runCommand(caller(), { name: 'outer' }, async () => make('inner', caller()));
    await expect(nested).rejects.toThrow(/transaction of "outer"/);
    const call = app.call(person);
    const reading = app.deps.runCommand(call, { name: 'outer' }, async () =>
      app.deps.audit.read(call, { action: 'case.read', target: { type: 'case', id: '1' } }),
    );
    await expect(reading).rejects.toThrow(/transaction of "outer"/);
  });

  test('P4: its frame costs six statements, two of them for the audit', async () => {
    const statements = await app.statements(() => make('counted', caller('key-counted')));
    const own = statements.filter((sql) => !sql.includes('number_blocks'));
    expect(own.map((sql) => sql.replace(/^\W*/, '').split(' ', 3).join(' '))).toHaveLength(6);
    expect(own.filter((sql) => sql.includes('audit_entries'))).toHaveLength(2);
  });
});
