import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../tests/support/property.ts';
import {
  accountabilityActions,
  accountabilityStatuses,
  reformTaskActions,
  type ReformTaskStatus,
  scoreParts,
} from '../vocabulary/index.ts';
import { accountabilityLifecycle, decideAccountability, decideOpening } from './accountability.ts';
import { decideWeights, scoreDepartment, type PartCount } from './score.ts';
import { stageState } from './stage.ts';
import { decideTask, isOverdue, taskLifecycle, wasInTime } from './task.ts';

const codesOf = (decided: { ok: boolean; refusals?: readonly { code: string }[] }) =>
  decided.ok ? [] : (decided.refusals ?? []).map(({ code }) => code);

/** Whether an end can be reached from every status of a table. */
function deadEnds(table: Readonly<Record<string, Readonly<Record<string, string | undefined>>>>): string[] {
  const isEnd = (status: string) => Object.keys(table[status] ?? {}).length === 0;
  const reaches = (status: string, seen: ReadonlySet<string> = new Set()): boolean =>
    isEnd(status) ||
    Object.values(table[status] ?? {}).some(
      (next) => next !== undefined && !seen.has(next) && reaches(next, new Set([...seen, status])),
    );
  return Object.keys(table).filter((status) => !reaches(status));
}

describe('tasks', () => {
  test('no status is a dead end, and what has ended stays so', () => {
    expect(deadEnds(taskLifecycle)).toEqual([]);
    for (const status of ['accepted', 'withdrawn'] as const)
      for (const action of reformTaskActions) expect(decideTask(status, { action, text: '理由' }).ok).toBe(false);
  });

  test('a return says why, an answer says what was done; all that is wrong is told at once', () => {
    expect(codesOf(decideTask('answered', { action: 'return', text: null }))).toEqual(['task.reason-missing']);
    expect(codesOf(decideTask('answered', { action: 'answer', text: null }))).toEqual([
      'task.wrong-status',
      'task.answer-missing',
    ]);
    expect(decideTask('returned', { action: 'answer', text: '已补充' })).toEqual({ ok: true, status: 'answered' });
  });

  test('the first answer decides whether it was in time; a return does not make it late', () => {
    const task = { status: 'returned', dueOn: '2026-03-10', firstAnsweredOn: '2026-03-10' } as const;
    expect([wasInTime(task, '2026-04-01'), isOverdue(task, '2026-04-01')]).toEqual([true, true]);
    const silent = { ...task, status: 'open', firstAnsweredOn: null } as const;
    expect(['2026-03-10', '2026-03-11'].map((today) => wasInTime(silent, today))).toEqual([null, false]);
    expect(wasInTime({ ...silent, status: 'withdrawn' }, '2026-04-01')).toBeNull();
  });

  property(
    'whatever happens, a task is accepted only after an answer that was not returned',
    fc.array(fc.constantFrom(...reformTaskActions), { maxLength: 12 }),
    (actions) => {
      let status: ReformTaskStatus = 'open';
      let hasAnswer = false;
      for (const action of actions) {
        const decided = decideTask(status, { action, text: '说明' });
        if (!decided.ok) continue;
        if (action === 'answer') hasAnswer = true;
        if (action === 'return') hasAnswer = false;
        status = decided.status;
        if (status === 'accepted') expect(hasAnswer).toBe(true);
      }
    },
  );
});

test('a stage is done when somebody says so, and overdue when nobody has', () => {
  const stage = { firstDay: '2026-01-01', lastDay: '2026-03-31', doneOn: null };
  expect(['2025-12-31', '2026-01-01', '2026-03-31', '2026-04-01'].map((day) => stageState(stage, day))).toEqual([
    'ahead',
    'current',
    'current',
    'overdue',
  ]);
  expect(stageState({ ...stage, doneOn: '2026-04-02' }, '2026-04-02')).toBe('done');
});

describe('accountability', () => {
  const wish = { action: 'decide', text: '事实清楚', measure: 'remind', replyBy: '2026-03-10' } as const;
  test('no status is a dead end, and a closed case is never opened again', () => {
    expect(deadEnds(accountabilityLifecycle)).toEqual([]);
    expect(
      accountabilityStatuses.filter((status) => Object.keys(accountabilityLifecycle[status]).length === 0),
    ).toEqual(['closed']);
    for (const action of accountabilityActions)
      expect(decideAccountability('closed', { ...wish, action, today: '2026-04-01' }).ok).toBe(false);
  });

  test('nobody is judged before the day for their reply is over', () => {
    expect(codesOf(decideAccountability('opened', { ...wish, today: '2026-03-10' }))).toEqual([
      'accountability.reply-awaited',
    ]);
    expect(decideAccountability('opened', { ...wish, today: '2026-03-11' }).ok).toBe(true);
    expect(decideAccountability('replied', { ...wish, today: '2026-03-01' }).ok).toBe(true);
    expect(
      codesOf(decideAccountability('replied', { ...wish, text: null, measure: null, today: '2026-03-01' })),
    ).toEqual(['accountability.reason-missing', 'accountability.measure-missing']);
  });

  test('it is opened on a finding, once, with days left for the reply', () => {
    const opening = { kind: 'finding', isOpenAlready: false, replyBy: '2026-03-10', today: '2026-03-01' } as const;
    expect(decideOpening(opening).ok).toBe(true);
    expect(codesOf(decideOpening({ ...opening, kind: 'programme', isOpenAlready: true, today: '2026-03-10' }))).toEqual(
      ['accountability.not-a-finding', 'accountability.already-open', 'task.past-due'],
    );
  });
});

describe('the score of a department', () => {
  const weights = { tasks: 30, targets: 30, promise: 20, ratings: 10, filings: 10 };
  const none = { tasks: null, targets: null, promise: null, ratings: null, filings: null };

  test('what cannot be computed is left out of sum and weights, and is neither 0 nor 100', () => {
    const scored = scoreDepartment({ ...none, tasks: { good: 3, all: 4 }, ratings: { good: 1, all: 1 } }, weights);
    expect(scored).toMatchObject({ total: 8_125, judgedWeight: 40 });
    expect(scored.parts.find(({ part }) => part === 'promise')).toMatchObject({ share: null });
    expect(scoreDepartment({ ...none, tasks: { good: 0, all: 0 } }, weights)).toMatchObject({ total: null });
  });

  test('weights are whole and make a hundred', () => {
    expect(decideWeights(weights).ok).toBe(true);
    expect(decideWeights({ ...weights, tasks: 29 }).ok).toBe(false);
    expect(decideWeights({ ...weights, tasks: 29.5, targets: 30.5 }).ok).toBe(false);
    expect(decideWeights({ ...weights, tasks: -10, targets: 70 }).ok).toBe(false);
  });

  const count = fc.option(
    fc.record({ all: fc.nat(50), part: fc.nat(100) }).map(({ all, part }): PartCount => ({
      all,
      good: Math.floor((all * part) / 100),
    })),
  );
  const counts = fc.record({ tasks: count, targets: count, promise: count, ratings: count, filings: count });
  property('lies between its worst and its best part, and one good more never lowers it', counts, (given) => {
    const scored = scoreDepartment(given, weights);
    const shares = scored.parts.flatMap(({ share }) => (share === null ? [] : [share]));
    if (scored.total === null) return void expect(shares).toEqual([]);
    expect(scored.total).toBeGreaterThanOrEqual(Math.min(...shares));
    expect(scored.total).toBeLessThanOrEqual(Math.max(...shares));
    for (const part of scoreParts) {
      const one = given[part];
      if (one === null || one.good >= one.all) continue;
      const better = scoreDepartment({ ...given, [part]: { ...one, good: one.good + 1 } }, weights);
      expect(better.total).toBeGreaterThanOrEqual(scored.total);
    }
  });
});
