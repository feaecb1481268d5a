import { describe, expect, test } from '@jest/globals';
import {
  applicant,
  caseFacts,
  completeAnswers,
  desk,
  form,
  moment,
  requirement,
  system,
} from '../../tests/builders.ts';
import { applyIntervalChanges } from '../clock/index.ts';
import { dueDateOf } from '../clock/index.ts';
import type { CaseFacts } from './case-facts.ts';
import { decideExpireCorrection, decideRequestCorrection, decideSupplyCorrection } from './correction.ts';
import { decideAccept, type Decided } from './handling.ts';

const items = [
  { kind: 'material' as const, field: 'photo', reason: '照片不清晰' },
  { kind: 'answer' as const, field: 'useText', reason: '请写明学校' },
];
const application = {
  form,
  answers: completeAnswers,
  prefilled: { name: { value: '张三', source: 'person.name' as const, isLocked: true } },
  requirements: [requirement()],
  uploads: [{ requirementKey: 'photo', type: 'jpg' as const, bytes: 10 }],
};

function after(facts: CaseFacts, decision: Decided): CaseFacts {
  if (!decision.ok) throw new Error(JSON.stringify(decision.refusals));
  const { intervals, due: _due, actBy: _actBy, events: _events, ok: _ok, ...state } = decision;
  return { ...facts, ...state, intervals: applyIntervalChanges(facts.intervals, intervals) };
}

const asked = after(caseFacts(), decideRequestCorrection(caseFacts(), { actor: desk, items }, moment('2026-11-24')));

describe('correction', () => {
  test('is one list, held by the applicant, with a day to supply it', () => {
    const decision = decideRequestCorrection(
      caseFacts(),
      { actor: desk, items, message: '辛苦了' },
      moment('2026-11-24'),
    );
    expect(decision).toMatchObject({
      ok: true,
      status: 'correcting',
      correctionRounds: 1,
      openCorrection: { round: 1, items, message: '辛苦了', dueOn: '2026-12-15' },
      actBy: { on: '2026-12-15' },
      due: { on: null, waitsForYear: null },
      intervals: {
        opens: [{ kind: 'correction', holder: 'applicant', isRunning: false, ground: '照片不清晰\n请写明学校' }],
      },
      events: [{ type: 'correction-requested', round: 1, items, secondRoundReason: null }],
    });
  });

  test('an empty list, or an item without words, is refused', () => {
    expect(decideRequestCorrection(caseFacts(), { actor: desk, items: [] }, moment('2026-11-24'))).toEqual({
      ok: false,
      refusals: [{ code: 'correction.empty', field: 'items' }],
    });
    const silent = [{ kind: 'answer' as const, field: 'use', reason: '  ' }];
    expect(decideRequestCorrection(caseFacts(), { actor: desk, items: silent }, moment('2026-11-24'))).toMatchObject({
      refusals: [{ code: 'correction.empty', field: 'use' }],
    });
  });

  test('a second round needs a reason why it was not asked at first', () => {
    const facts = caseFacts({ correctionRounds: 1 });
    expect(decideRequestCorrection(facts, { actor: desk, items }, moment('2026-11-24'))).toEqual({
      ok: false,
      refusals: [{ code: 'correction.reason-missing', field: 'secondRoundReason', params: { round: 2 } }],
    });
    const given = { actor: desk, items, secondRoundReason: '新材料出现新问题' };
    expect(decideRequestCorrection(facts, given, moment('2026-11-24'))).toMatchObject({
      ok: true,
      correctionRounds: 2,
    });
  });

  test('no second list while one is open', () => {
    const again = { actor: desk, items, secondRoundReason: '又' };
    expect(decideRequestCorrection(asked, again, moment('2026-11-25'))).toMatchObject({
      refusals: [{ code: 'case.wrong-status' }],
    });
  });

  test('supplied before acceptance it returns to intake, and the day of receipt is that day', () => {
    const answered = ['photo', 'useText'];
    const decision = decideSupplyCorrection(asked, { actor: applicant, application, answered }, moment('2026-11-26'));
    expect(decision).toMatchObject({
      ok: true,
      status: 'submitted',
      openCorrection: null,
      due: { on: '2026-12-03' },
      intervals: { opens: [{ kind: 'intake', holder: 'desk' }] },
      events: [{ type: 'correction-supplied', round: 1 }],
    });
  });

  test('supplying answers every item, and the application must be complete', () => {
    const broken = { ...application, uploads: [] };
    expect(
      decideSupplyCorrection(
        asked,
        { actor: applicant, application: broken, answered: ['useText'] },
        moment('2026-11-26'),
      ),
    ).toEqual({
      ok: false,
      refusals: [
        { code: 'correction.incomplete', field: 'photo' },
        { code: 'material.missing', field: 'photo' },
      ],
    });
  });

  test('asked for after acceptance it stops the clock and comes back to the stage (PROG-2)', () => {
    const handling = after(caseFacts(), decideAccept(caseFacts(), { actor: desk }, moment('2026-11-24')));
    const correcting = after(handling, decideRequestCorrection(handling, { actor: desk, items }, moment('2026-11-25')));
    const back = decideSupplyCorrection(
      correcting,
      { actor: applicant, application, answered: ['photo', 'useText'] },
      moment('2026-11-27'),
    );
    // Closed over on the 25th and 26th: two days more than 12-01.
    expect(back).toMatchObject({
      status: 'handling',
      due: { on: '2026-12-03' },
      intervals: { opens: [{ kind: 'stage' }] },
    });
    expect(dueDateOf(handling, moment('2026-11-27'))).toEqual({ on: '2026-12-01', waitsForYear: null });
  });

  test('expires only when its last day is over', () => {
    expect(decideExpireCorrection(asked, { actor: system }, moment('2026-12-15 16:00'))).toMatchObject({
      refusals: [{ code: 'case.not-yet-due' }],
    });
    expect(decideExpireCorrection(asked, { actor: system }, moment('2026-12-15 17:00'))).toMatchObject({
      ok: true,
      status: 'expired',
      intervals: { opens: [] },
    });
    expect(decideExpireCorrection(asked, { actor: desk }, moment('2026-12-20'))).toMatchObject({
      refusals: [{ code: 'case.not-permitted' }],
    });
  });

  test('never expires while its date waits for an unpublished year', () => {
    const waiting = { ...asked, openCorrection: { ...asked.openCorrection!, dueOn: null } };
    expect(decideExpireCorrection(waiting, { actor: system }, moment('2027-06-01'))).toMatchObject({
      refusals: [{ code: 'calendar.unpublished' }],
    });
  });
});
