import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { setTimeout as rest } from 'node:timers/promises';
import { createTestApp, type TestApp } from '../../../../../tests/support/test-app.ts';
import { applicant, staff } from '../../../../../tests/support/principals.ts';
import type { Em } from '../../database/index.ts';
import { createJobRunner, lastSlot, type JobHandler, type JobRunner } from './index.ts';

let app: TestApp;
beforeEach(async () => {
  app = await createTestApp({ modules: [] });
});
afterEach(() => app.close());

const em = (): Em => app.deps.orm.em.fork();
const states = async (kind = 'mail'): Promise<string[]> =>
  (await em().execute<{ state: string }[]>('select state from jobs where kind = ? order by id', [kind])).map(
    (row) => row.state,
  );
const enqueue = (payload: unknown, more: { dedupeKey?: string; availableAt?: Date } = {}) =>
  app.deps.runCommand(app.call(applicant()), { name: 'mail.ask' }, async (tx) => {
    tx.audit({ action: 'mail.ask', chain: 'mail:1', target: { type: 'mail', id: '1' }, outcome: 'done' });
    tx.enqueue({ kind: 'mail', payload, ...more });
  });
function runner(handler: JobHandler, options = {}): JobRunner {
  const made = createJobRunner();
  made.registry.register('mail', handler, options);
  return made;
}

describe('jobs', () => {
  test('what a command asked for is done after its commit, with its payload', async () => {
    const sent: unknown[] = [];
    const mail = runner(async (payload) => void sent.push(payload));
    await enqueue({ to: 'a', text: '你好 𠮷' });
    expect(await mail.runUntilIdle(app.deps)).toBe(1);
    expect(sent).toEqual([{ to: 'a', text: '你好 𠮷' }]);
    expect(await states()).toEqual(['done']);
  });

  test('three instances do 100 jobs, each once', async () => {
    const done: string[] = [];
    for (let n = 0; n < 100; n++) await enqueue(n);
    const instances = [1, 2, 3].map(() => runner(async (_payload, run) => void done.push(run.jobId)));
    await Promise.all(instances.map((instance) => instance.runUntilIdle(app.deps)));
    expect([done.length, new Set(done).size]).toEqual([100, 100]);
  }, 60_000);

  test('what fails is tried again later and later, then given up, shown to an administrator and opened again', async () => {
    let isBroken = true;
    const mail = runner(
      async () => {
        if (isBroken) throw new Error('the mail server is away');
      },
      { maxAttempts: 3 },
    );
    await enqueue('x');
    const due: number[] = [];
    for (let attempt = 1; attempt <= 3; attempt++) {
      expect(await mail.runUntilIdle(app.deps)).toBe(1);
      expect(await mail.runUntilIdle(app.deps)).toBe(0);
      due.push(attempt);
      app.clock.advance(attempt * 10_000);
    }
    expect(await states()).toEqual(['dead']);
    const administrator = app.as(staff('administrator'));
    const { items } = await administrator.listDeadLetters();
    expect(items).toMatchObject([{ kind: 'mail', attempts: 3, lastError: 'Error: the mail server is away' }]);
    await administrator.retryDeadLetter({ params: { id: items[0]!.id } });
    isBroken = false;
    await mail.runUntilIdle(app.deps);
    expect(await states()).toEqual(['done']);
    await expect(administrator.retryDeadLetter({ params: { id: items[0]!.id } })).rejects.toMatchObject({
      status: 404,
    });
  });

  test('F-8: a job whose holder died is taken over when the lease ends by the clock of the database, and the dead holder can not end it', async () => {
    const run: string[] = [];
    let release = (): void => undefined;
    const dying = runner(async () => {
      run.push('dying');
      await new Promise<void>((resolve) => (release = resolve));
    });
    await enqueue('x');
    const ended = dying.runUntilIdle(app.deps);
    while (run.length === 0) await rest(5);
    const heir = runner(async () => void run.push('heir'));
    app.clock.advance(24 * 3_600_000);
    expect(await heir.runUntilIdle(app.deps)).toBe(0);
    await em().execute("update jobs set lease_until = ? where state = 'leased'", [new Date(Date.now() - 1_000)], 'run');
    expect(await heir.runUntilIdle(app.deps)).toBe(1);
    expect(run).toEqual(['dying', 'heir']);
    release();
    await ended;
    expect(await states()).toEqual(['done']);
  });

  test('F-5: that nobody can write how a job ended does not end the process; the job waits for its lease and is done', async () => {
    let isBroken = true;
    const mail = runner(async () => {
      if (!isBroken) return;
      await em().execute('alter table jobs rename to jobs_away');
      throw new Error('the database is away');
    });
    await enqueue('x');
    const ended = mail.runUntilIdle(app.deps).finally(() => em().execute('alter table jobs_away rename to jobs'));
    // What it looks for next is not there either.
    await expect(ended).rejects.toThrow(/jobs/);
    expect(await states()).toEqual(['leased']);
    expect(app.logLines.filter((line) => line.includes('could not be written'))).toHaveLength(1);
    isBroken = false;
    await em().execute("update jobs set lease_until = ? where state = 'leased'", [new Date(Date.now() - 1_000)], 'run');
    await mail.runUntilIdle(app.deps);
    expect(await states()).toEqual(['done']);
  });

  test('a command inside a handler is done once, however often the job is tried', async () => {
    let tries = 0;
    const mail = runner(async (_payload, { deps, caller }) => {
      await deps.runCommand(caller, { name: 'mail.note' }, async (tx) => {
        tx.audit({ action: 'mail.note', chain: 'mail:2', target: { type: 'mail', id: '2' }, outcome: 'done' });
      });
      if (++tries < 3) throw new Error('killed after the commit');
    });
    await enqueue('x');
    for (let n = 0; n < 3; n++) {
      await mail.runUntilIdle(app.deps);
      app.clock.advance(60_000);
    }
    expect(tries).toBe(3);
    expect(await em().execute("select actor from audit_entries where chain = 'mail:2'")).toEqual([
      { actor: 'client:system:mail' },
    ]);
  });

  test('a key makes a job once: asking again changes nothing', async () => {
    await enqueue('x', { dedupeKey: 'case:1:submitted' });
    await enqueue('y', { dedupeKey: 'case:1:submitted' });
    expect(await states()).toEqual(['open']);
  });

  test('what is for later waits', async () => {
    const mail = runner(async () => undefined);
    await enqueue('x', { availableAt: new Date(app.clock.now().getTime() + 60_000) });
    expect(await mail.runUntilIdle(app.deps)).toBe(0);
    app.clock.advance(60_000);
    expect(await mail.runUntilIdle(app.deps)).toBe(1);
  });

  test('a running instance begins within a moment of the commit, and ends what it has begun before it stops', async () => {
    let done = 0;
    const mail = app.deps.jobs;
    mail.registry.register('mail', async () => {
      await rest(100);
      done += 1;
    });
    mail.start(app.deps);
    await rest(50);
    await enqueue('x');
    await rest(50);
    await mail.stop();
    expect(done).toBe(1);
  });
});

describe('schedules', () => {
  test('a slot comes once over all instances, and one that passed while nothing ran is made up for', async () => {
    const ran: string[] = [];
    const instances = [1, 2, 3].map((n) => {
      const made = createJobRunner();
      made.registry.schedule('fold', '*/5 * * * *', async () => void ran.push(`${n}`));
      return made;
    });
    const all = () => Promise.all(instances.map((instance) => instance.runUntilIdle(app.deps)));
    await all();
    await all();
    expect(ran).toHaveLength(1);
    app.clock.advance(4 * 60_000);
    await all();
    expect(ran).toHaveLength(1);
    app.clock.advance(60_000);
    await all();
    expect(ran).toHaveLength(2);
  });

  test('times of day are of the university', () => {
    const slot = lastSlot('10 0 * * *', new Date('2026-03-02T02:00:00Z'), 'Asia/Shanghai');
    expect(slot).toEqual(new Date('2026-03-01T16:10:00Z'));
    expect(lastSlot('0 10 * * *', new Date('2026-03-02T02:00:00Z'), 'Asia/Shanghai')).toEqual(
      new Date('2026-03-02T02:00:00Z'),
    );
    expect(lastSlot('0 10 * * *', new Date('2026-03-02T01:59:59Z'), 'Asia/Shanghai')).toEqual(
      new Date('2026-03-01T02:00:00Z'),
    );
  });

  test('the platform anchors the audit once a day and sweeps what is over', async () => {
    await enqueue('x');
    await app.runJobs();
    app.clock.advance(24 * 3_600_000);
    await app.runJobs();
    const anchors = await em().execute<{ day: string }[]>('select day from audit_anchors order by day');
    expect(anchors.map((row) => row.day)).toEqual(['2026-03-02', '2026-03-03']);
    app.clock.advance(31 * 24 * 3_600_000);
    await app.runJobs();
    expect(await em().execute("select id from command_keys where command = 'mail.ask'")).toEqual([]);
  });
});
