import { describe, expect, test } from '@jest/globals';
import { completeAnswers, form, moment, requirement, routeOf } from '../../tests/builders.ts';
import { decideSubmission, type SubmissionInput } from './submission.ts';

function input(changes: Partial<SubmissionInput> = {}): SubmissionInput {
  return {
    personId: 'p-1',
    draft: { ownerId: 'p-1' },
    matter: { isWithdrawn: false, from: '2026-01-01', until: null, promisedDays: 5, acceptanceDays: 5 },
    route: routeOf('desk', 'office'),
    application: {
      form,
      answers: completeAnswers,
      prefilled: { name: { value: '𠮷田', source: 'person.name', isLocked: true } },
      requirements: [requirement()],
      uploads: [{ requirementKey: 'photo', type: 'jpg', bytes: 1_000 }],
    },
    preconditions: [{ key: 'registered', label: { zh: '在读' }, state: 'met' }],
    moment: moment('2026-11-23 10:00'),
    ...changes,
  };
}

const refusalsOf = (changes: Partial<SubmissionInput>): unknown => {
  const decision = decideSubmission(input(changes));
  return decision.ok ? 'accepted' : decision.refusals;
};

describe('submitting an application', () => {
  test('a complete one is received by the first post, with a due date by the working calendar (APP-11)', () => {
    const decision = decideSubmission(input());
    expect(decision).toMatchObject({
      ok: true,
      status: 'submitted',
      stageIndex: 0,
      due: { on: '2026-11-30', waitsForYear: null },
      actBy: { on: '2026-11-30', waitsForYear: null },
      answers: { name: '𠮷田', use: 'other', useText: '留学申请', phone: '13800138000', agrees: true },
      intervals: [{ kind: 'intake', holder: 'desk', endedAt: null, isRunning: false }],
      events: [{ type: 'submitted', by: { kind: 'applicant', personId: 'p-1' } }],
    });
  });

  test('what comes on Saturday counts as received on Monday', () => {
    expect(decideSubmission(input({ moment: moment('2026-11-21 09:00') }))).toMatchObject({
      due: { on: '2026-11-30' },
    });
  });

  test('it is never refused because next year has no calendar: the due date waits', () => {
    const decision = decideSubmission(input({ moment: moment('2026-12-30 10:00') }));
    expect(decision).toMatchObject({ ok: true, due: { on: null, waitsForYear: 2027 } });
  });

  test('an instant matter is decided at once by rule', () => {
    const decision = decideSubmission(input({ route: { stages: [] }, moment: moment('2026-11-21 23:00') }));
    expect(decision).toMatchObject({ ok: true, status: 'approved', acceptedOn: '2026-11-21', intervals: [] });
    expect(decision.ok && decision.events.map(({ type }) => type)).toEqual(['submitted', 'accepted', 'approved']);
  });

  test("a stranger's draft is not theirs, and nothing else is said (R-AUTHZ-2)", () => {
    expect(refusalsOf({ personId: 'p-2', preconditions: [] })).toEqual([{ code: 'draft.not-yours' }]);
  });

  test('a matter withdrawn while the form was open is said to be withdrawn', () => {
    const matter = { ...input().matter, isWithdrawn: true };
    expect(refusalsOf({ matter })).toEqual([{ code: 'matter.withdrawn' }]);
  });

  test.each([
    ['not yet in force', { from: '2026-12-01' }],
    ['no longer in force', { until: '2026-11-22' }],
  ])('a version %s is refused', (_, range) => {
    expect(refusalsOf({ matter: { ...input().matter, ...range } })).toEqual([{ code: 'matter.not-in-force' }]);
  });

  test('everything that is wrong is told at once, each with what it concerns', () => {
    const refusals = refusalsOf({
      preconditions: [
        { key: 'fees', label: { zh: '欠费' }, state: 'unmet' },
        { key: 'open', label: { zh: '重复' }, state: 'unknown' },
      ],
      application: {
        ...input().application,
        answers: { use: 'other', phone: '12', agrees: false, extra: 1 },
        requirements: [requirement(), requirement({ key: 'proof', maxFiles: 1 })],
        uploads: [
          { requirementKey: 'proof', type: 'pdf', bytes: 5_000_000 },
          { requirementKey: 'proof', type: 'jpg', bytes: 1 },
          { requirementKey: 'nothing', type: 'jpg', bytes: 1 },
        ],
      },
    });
    expect(refusals).toMatchObject([
      { code: 'precondition.unmet', field: 'fees' },
      { code: 'precondition.unknown', field: 'open' },
      { code: 'field.required', field: 'useText' },
      { code: 'field.invalid-phone', field: 'phone' },
      { code: 'field.must-consent', field: 'agrees' },
      { code: 'field.unknown', field: 'extra' },
      { code: 'material.missing', field: 'photo' },
      { code: 'material.too-many', field: 'proof', params: { max: 1 } },
      { code: 'material.too-large', field: 'proof' },
      { code: 'material.wrong-type', field: 'proof' },
      { code: 'material.unknown', field: 'nothing' },
    ]);
  });

  test('materials that are shared, on paper, or of a situation that does not apply are not asked for', () => {
    const requirements = [
      requirement({ key: 'shared', sourceMode: 'shared' }),
      requirement({ key: 'paper', form: 'paper' }),
      requirement({ key: 'visa', showWhen: { field: 'use', equals: 'visa' } }),
      requirement({ key: 'optional', necessity: 'optional' }),
    ];
    expect(refusalsOf({ application: { ...input().application, requirements, uploads: [] } })).toBe('accepted');
  });

  test('a secondary material may come later and is written down as owed', () => {
    const application = {
      ...input().application,
      requirements: [requirement({ necessity: 'tolerable' })],
      uploads: [],
    };
    expect(decideSubmission(input({ application }))).toMatchObject({ ok: true, owedMaterials: ['photo'] });
  });
});
