import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../tests/support/property.ts';
import { applicant, at, caseFacts, desk, deskHead, head, moment, officer, routeOf } from '../../tests/builders.ts';
import { addWorkdays } from '../calendar/index.ts';
import { dueDateOf } from '../clock/index.ts';
import { availableActions } from './available-actions.ts';
import { openInterval, stateOf } from './case-decision.ts';
import type { CaseFacts } from './case-facts.ts';
import { decideRequestCorrection } from './correction.ts';
import {
  decideApproveExtension,
  decideDeclineExtension,
  decideExtend,
  decideRequestExtension,
  extensionDaysLeft,
} from './extension.ts';
import { decidePass, decideWithdraw } from './handling.ts';
import { decideSuspend } from './special-procedure.ts';

/** Promised within 5 working days: due on Monday the 30th. */
const handling = caseFacts({
  status: 'handling',
  acceptedOn: '2026-11-23',
  acceptanceKind: 'full',
  intervals: [openInterval(at('2026-11-23 10:00'), 'desk', { kind: 'stage' })],
});
const now = moment('2026-11-24');
const wanted = { days: 3, reason: '需向生源地核实学历', basis: '学籍管理规定第十二条' };
const asked: CaseFacts = { ...handling, openExtension: { ...wanted, procedure: null, askedBy: 'p-desk' } };
const request = (over: object, facts = handling, when = now) =>
  decideRequestExtension(facts, { actor: desk, ...wanted, ...over }, when);

describe('an extension (延长审批)', () => {
  test('asked for by the post, it changes no date before the head has approved it', () => {
    expect(request({})).toMatchObject({
      ok: true,
      status: 'handling',
      extensionDays: 0,
      openExtension: { ...wanted, askedBy: 'p-desk' },
      due: { on: '2026-11-30' },
      intervals: { closesAt: null, opens: [] },
      events: [{ type: 'extension-requested', ...wanted, by: { post: 'desk' } }],
    });
  });

  test('approved by the head, it moves the date by its working days, and whoever holds the case goes on', () => {
    expect(decideApproveExtension(asked, { actor: deskHead, note: '同意' }, now)).toMatchObject({
      status: 'handling',
      extensionDays: 3,
      openExtension: null,
      due: { on: '2026-12-03' },
      actBy: { on: '2026-12-03' },
      intervals: { closesAt: null, opens: [] },
      events: [{ type: 'extended', ...wanted, from: '2026-11-30', until: '2026-12-03', note: '同意' }],
    });
  });

  test('by the head directly it needs nobody else', () => {
    expect(decideExtend(handling, { actor: deskHead, ...wanted }, now)).toMatchObject({
      extensionDays: 3,
      due: { on: '2026-12-03' },
      events: [{ type: 'extended', reason: wanted.reason, basis: wanted.basis, note: null }],
    });
  });

  test('declined with a reason, it leaves the promise as it was', () => {
    expect(decideDeclineExtension(asked, { actor: deskHead, reason: ' ' }, now)).toMatchObject({
      refusals: [{ code: 'extension.decline-reason-missing', field: 'reason' }],
    });
    expect(decideDeclineExtension(asked, { actor: deskHead, reason: '材料已齐，按期办结' }, now)).toMatchObject({
      extensionDays: 0,
      openExtension: null,
      due: { on: '2026-11-30' },
      events: [{ type: 'extension-declined', reason: '材料已齐，按期办结' }],
    });
  });

  test('what is missing is said all at once', () => {
    expect(request({ days: 0, reason: ' ', basis: '' })).toEqual({
      ok: false,
      refusals: [
        { code: 'field.not-a-number', field: 'days' },
        { code: 'decision.reason-missing', field: 'reason' },
        { code: 'decision.basis-missing', field: 'basis' },
      ],
    });
    expect(request({ days: 1.5 })).toMatchObject({ refusals: [{ code: 'field.not-a-number', field: 'days' }] });
  });
});

describe('who asks and who approves', () => {
  test('the post that holds the stage asks, where the stage may; the head of its department decides', () => {
    expect(availableActions(handling, desk)).toContain('request-extension');
    expect(availableActions(handling, officer)).toEqual([]);
    expect(availableActions(asked, desk)).not.toContain('request-extension');
    expect(availableActions(handling, deskHead)).toContain('extend');
    expect(availableActions(asked, deskHead)).toEqual(
      expect.arrayContaining(['approve-extension', 'decline-extension']),
    );
    expect(availableActions(asked, deskHead)).not.toContain('extend');
    for (const actor of [desk, head, applicant]) {
      expect(availableActions(asked, actor)).not.toContain('approve-extension');
    }
    const [stage] = routeOf('desk').stages;
    const route = { stages: [{ ...stage!, tasks: [{ key: 't', post: 'desk', may: ['accept', 'decide'] as const }] }] };
    expect(decideExtend({ ...handling, route }, { actor: deskHead, ...wanted }, now)).toMatchObject({
      refusals: [{ code: 'case.stage-may-not' }],
    });
  });

  test('nobody approves what they asked for, in whichever role; they may take it back', () => {
    const both = { ...deskHead, personId: 'p-desk' };
    expect(decideApproveExtension(asked, { actor: both }, now)).toMatchObject({
      refusals: [{ code: 'extension.own-request' }],
    });
    expect(decideDeclineExtension(asked, { actor: both, reason: '不再需要' }, now)).toMatchObject({ ok: true });
  });

  test('nobody approves for their own application', () => {
    expect(decideApproveExtension(asked, { actor: { ...deskHead, isApplicant: true } }, now)).toMatchObject({
      refusals: [{ code: 'case.own-case' }],
    });
  });

  test('one request at a time, and none can be decided on twice', () => {
    expect(request({}, asked)).toMatchObject({ refusals: [{ code: 'extension.pending' }] });
    expect(decideExtend(asked, { actor: deskHead, ...wanted }, now)).toMatchObject({
      refusals: [{ code: 'extension.pending' }],
    });
    expect(decideApproveExtension(handling, { actor: deskHead }, now)).toMatchObject({
      refusals: [{ code: 'extension.none' }],
    });
  });
});

describe('how long and until when', () => {
  test('all extensions together are no longer than the promise, and no longer than ten days', () => {
    expect(extensionDaysLeft({ promisedDays: 5, extensionDays: 0 })).toBe(5);
    expect(extensionDaysLeft({ promisedDays: 30, extensionDays: 4 })).toBe(6);
    expect(request({ days: 6 })).toMatchObject({
      refusals: [{ code: 'extension.too-many-days', field: 'days', params: { max: 5 } }],
    });
    expect(request({ days: 1 }, { ...handling, extensionDays: 5 })).toMatchObject({
      refusals: [{ code: 'extension.exhausted', field: 'days' }],
    });
  });

  test('where the guide names the procedure it is chosen, with its basis and within its own limit', () => {
    const procedures = [{ name: '情况复杂延长', basis: '教育部令第41号第六十一条', limitDays: 15 }];
    const chosen = { procedures, procedure: '情况复杂延长', basis: '', days: 15 };
    expect(request(chosen)).toMatchObject({
      ok: true,
      openExtension: { days: 15, procedure: '情况复杂延长', basis: '教育部令第41号第六十一条' },
    });
    expect(request({ ...chosen, days: 16 })).toMatchObject({ refusals: [{ code: 'extension.too-many-days' }] });
    expect(request({ ...chosen, procedure: '' })).toMatchObject({
      refusals: [
        { code: 'decision.procedure-unknown', field: 'procedure' },
        { code: 'extension.too-many-days', field: 'days' },
      ],
    });
  });

  test('until the office closes on the last day; afterwards neither asked for nor approved, only declined', () => {
    expect(request({}, handling, moment('2026-11-30 16:59'))).toMatchObject({ ok: true });
    const late = moment('2026-11-30 17:00');
    expect(request({}, handling, late)).toMatchObject({ refusals: [{ code: 'extension.too-late' }] });
    expect(decideExtend(handling, { actor: deskHead, ...wanted }, late)).toMatchObject({
      refusals: [{ code: 'extension.too-late' }],
    });
    expect(decideApproveExtension(asked, { actor: deskHead }, late)).toMatchObject({
      refusals: [{ code: 'extension.too-late' }],
    });
    expect(decideDeclineExtension(asked, { actor: deskHead, reason: '已超期' }, late)).toMatchObject({ ok: true });
  });

  test.each(['submitted', 'correcting', 'suspended', 'approved', 'withdrawn'] as const)(
    'never while it is %s',
    (status) => {
      expect(request({}, { ...handling, status })).toMatchObject({ ok: false });
    },
  );

  const chance = fc.record({
    promisedDays: fc.integer({ min: 1, max: 20 }),
    days: fc.integer({ min: 1, max: 12 }),
    after: fc.nat(40),
  });
  property(
    'moves the last day by exactly its working days, or nothing at all',
    chance,
    ({ promisedDays, days, after }) => {
      const facts = { ...handling, promisedDays };
      const day = addWorkdays(now.office.calendar, '2026-11-23', after);
      if (day.on === null) return;
      const when = moment(day.on);
      const before = dueDateOf(facts, when);
      const decided = decideExtend(facts, { actor: deskHead, ...wanted, days }, when);
      const mayBe = after <= promisedDays && days <= Math.min(10, promisedDays);
      expect(decided.ok).toBe(mayBe);
      if (!decided.ok || before.on === null) return;
      expect(decided.due).toEqual(addWorkdays(when.office.calendar, before.on, days));
    },
  );
});

describe('a request that nobody has decided on', () => {
  test('lapses when the case leaves the stage or its handling, and that is written down', () => {
    const correction = { actor: desk, items: [{ kind: 'answer' as const, field: 'use', reason: '请写明' }] };
    const suspension = { actor: desk, ground: '公示', basis: '办法', expectedOn: '2026-12-01' };
    for (const decided of [
      decidePass(asked, { actor: desk }, now),
      decideRequestCorrection(asked, correction, now),
      decideSuspend(asked, suspension, now),
      decideWithdraw(asked, { actor: applicant }, now),
    ]) {
      expect(decided).toMatchObject({ ok: true, openExtension: null, extensionDays: 0 });
      expect(decided.ok && decided.events.map(({ type }) => type)).toEqual(['extension-lapsed', expect.any(String)]);
    }
  });

  test('what was approved stays with the case on its way', () => {
    const extended = { ...handling, extensionDays: 3 };
    const passed = decidePass(extended, { actor: desk }, now);
    expect(passed).toMatchObject({ extensionDays: 3, due: { on: '2026-12-03' } });
    expect(stateOf(extended).extensionDays).toBe(3);
  });
});
