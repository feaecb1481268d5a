import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../tests/support/property.ts';
import { applicant, at, caseFacts, desk, moment, officer, routeOf, system } from '../../tests/builders.ts';
import { applyIntervalChanges } from '../clock/index.ts';
import type { CaseFacts } from './case-facts.ts';
import {
  decideAccept,
  decideApprove,
  decideDecline,
  decideDeemAccepted,
  decideDeliver,
  decidePass,
  decideRefuse,
  decideWithdraw,
  type Decided,
} from './handling.ts';

const now = moment('2026-11-24 10:00');

function after(facts: CaseFacts, decision: Decided): CaseFacts {
  if (!decision.ok) throw new Error(JSON.stringify(decision.refusals));
  const { intervals, due: _due, actBy: _actBy, events: _events, ok: _ok, ...state } = decision;
  return {
    ...facts,
    ...state,
    version: facts.version + 1,
    intervals: applyIntervalChanges(facts.intervals, intervals),
  };
}

const accepted = after(caseFacts(), decideAccept(caseFacts(), { actor: desk }, now));
const passed = after(accepted, decidePass(accepted, { actor: desk }, now));

describe('handling a case', () => {
  test('accepting starts the promised clock: the day of acceptance is not counted', () => {
    expect(decideAccept(caseFacts(), { actor: desk }, now)).toMatchObject({
      ok: true,
      status: 'handling',
      acceptanceKind: 'full',
      acceptedOn: '2026-11-24',
      due: { on: '2026-12-01' },
      actBy: { on: '2026-12-01' },
      intervals: { closesAt: now.now, opens: [{ kind: 'stage', holder: 'desk', isRunning: true }] },
      events: [
        { type: 'accepted', kind: 'full', on: '2026-11-24', by: { kind: 'staff', post: 'desk', personId: 'p-desk' } },
      ],
    });
  });

  test('the first post passes on, the last decides, the result is delivered', () => {
    expect(passed).toMatchObject({ status: 'handling', stageIndex: 1 });
    expect(passed.intervals.map(({ holder, endedAt }) => [holder, endedAt === null])).toEqual([
      ['desk', false],
      ['desk', false],
      ['office', true],
    ]);
    const approved = after(passed, decideApprove(passed, { actor: officer, note: ' 同意 ' }, moment('2026-11-25')));
    expect(approved.status).toBe('approved');
    const delivered = decideDeliver(approved, { actor: system, delivery: 'electronic' }, moment('2026-11-25 10:01'));
    expect(delivered).toMatchObject({ ok: true, status: 'delivered', intervals: { opens: [] }, actBy: { on: null } });
  });

  test('a note loses its outer spaces; an empty one is none', () => {
    expect(decidePass(accepted, { actor: desk, note: ' 请审 ' }, now)).toMatchObject({ events: [{ note: '请审' }] });
    expect(decidePass(accepted, { actor: desk, note: '  ' }, now)).toMatchObject({ events: [{ note: null }] });
  });

  test('declining and refusing need a reason and a basis, both missed at once', () => {
    const missing = [
      { code: 'decision.reason-missing', field: 'reason' },
      { code: 'decision.basis-missing', field: 'basis' },
    ];
    expect(decideDecline(passed, { actor: officer, reason: ' ', basis: '\u200b' }, now)).toEqual({
      ok: false,
      refusals: missing,
    });
    expect(decideRefuse(caseFacts(), { actor: desk, reason: '', basis: '' }, now)).toEqual({
      ok: false,
      refusals: missing,
    });
  });

  test('with reason and basis they are done, and the words are kept', () => {
    const grounds = { reason: '学籍不符', basis: '《学籍管理办法》第 3 条' };
    expect(decideDecline(passed, { actor: officer, ...grounds }, now)).toMatchObject({
      status: 'declined',
      events: [{ type: 'declined', ...grounds }],
    });
    expect(decideRefuse(caseFacts(), { actor: desk, ...grounds }, now)).toMatchObject({
      status: 'refused',
      due: { on: '2026-11-30' },
    });
  });

  test('words too long or with control characters are refused with their field', () => {
    expect(decideWithdraw(caseFacts(), { actor: applicant, reason: 'a\u0000' }, now)).toEqual({
      ok: false,
      refusals: [{ code: 'field.control-characters', field: 'reason' }],
    });
    expect(decideWithdraw(caseFacts(), { actor: applicant, reason: '长'.repeat(2_001) }, now)).toMatchObject({
      refusals: [{ code: 'field.too-long', field: 'reason', params: { max: 2_000 } }],
    });
  });

  test('of two who act on one version the second is told that it changed (R-TX-2)', () => {
    const late = decidePass(passed, { actor: desk, expectedVersion: accepted.version }, now);
    expect(late).toEqual({ ok: false, refusals: [{ code: 'case.changed-meanwhile' }] });
  });

  test('the applicant withdraws their own case and no other', () => {
    expect(decideWithdraw(accepted, { actor: applicant }, now)).toMatchObject({ ok: true, status: 'withdrawn' });
    expect(decideWithdraw(accepted, { actor: desk }, now)).toMatchObject({ refusals: [{ code: 'case.not-yours' }] });
  });

  test('silence accepts on the day of receipt, but not before the days for it are over', () => {
    const facts = caseFacts();
    expect(decideDeemAccepted(facts, { actor: system }, moment('2026-11-30 16:59'))).toMatchObject({
      refusals: [{ code: 'case.not-yet-due', params: { due: '2026-11-30' } }],
    });
    expect(decideDeemAccepted(facts, { actor: system }, moment('2026-11-30 17:00'))).toMatchObject({
      ok: true,
      acceptanceKind: 'deemed',
      acceptedOn: '2026-11-23',
      due: { on: '2026-11-30' },
    });
  });

  test('nothing is deemed while the calendar is unpublished', () => {
    const facts = caseFacts({ intervals: [{ ...caseFacts().intervals[0]!, startedAt: at('2026-12-31 18:00') }] });
    expect(decideDeemAccepted(facts, { actor: system }, moment('2027-03-01'))).toMatchObject({
      refusals: [{ code: 'calendar.unpublished' }],
    });
  });

  test('a route of one stage is accepted and decided by the same post', () => {
    const facts = caseFacts({ route: routeOf('desk') });
    const one = after(facts, decideAccept(facts, { actor: desk }, now));
    expect(decideApprove(one, { actor: desk }, now)).toMatchObject({ ok: true, status: 'approved' });
    expect(decidePass(one, { actor: desk }, now)).toMatchObject({ refusals: [{ code: 'case.stage-may-not' }] });
  });

  property(
    'however long the route, passing on to the end and approving leaves one holder at a time and no gap',
    fc.record({
      length: fc.integer({ min: 1, max: 6 }),
      steps: fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 8, maxLength: 8 }),
    }),
    ({ length, steps }) => {
      const posts = Array.from({ length }, (_, index) => `post-${index}`);
      let minutes = 0;
      const next = (index: number) => {
        minutes += steps[index] ?? 1;
        return { ...now, now: new Date(at('2026-11-23 10:00').getTime() + minutes * 60_000) };
      };
      let facts = caseFacts({
        route: routeOf(...posts),
        intervals: [{ ...caseFacts().intervals[0]!, holder: 'post-0' }],
      });
      const actor = (): typeof desk => ({ ...desk, heldPosts: [posts[facts.stageIndex] ?? ''] });
      facts = after(facts, decideAccept(facts, { actor: actor() }, next(0)));
      while (facts.stageIndex < length - 1)
        facts = after(facts, decidePass(facts, { actor: actor() }, next(facts.stageIndex + 1)));
      facts = after(facts, decideApprove(facts, { actor: actor() }, next(7)));
      facts.intervals.forEach(({ endedAt }, index) => {
        const following = facts.intervals[index + 1];
        expect(endedAt?.getTime()).toBe(following?.startedAt.getTime());
      });
    },
  );
});
