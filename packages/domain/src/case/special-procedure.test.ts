import { describe, expect, test } from '@jest/globals';
import { at, caseFacts, desk, head, moment } from '../../tests/builders.ts';
import { openInterval } from './case-decision.ts';
import { decideRemove, decideResume, decideSuspend, decideVoid } from './special-procedure.ts';

const handling = caseFacts({
  status: 'handling',
  acceptedOn: '2026-11-23',
  acceptanceKind: 'full',
  intervals: [openInterval(at('2026-11-23 10:00'), 'desk', { kind: 'stage' })],
});

const publication = { ground: '公示 5 个工作日', basis: '评审办法第十条', expectedOn: '2026-12-01' };

describe('special procedures and strikes', () => {
  test('the clock stands on a named ground only', () => {
    const bare = { actor: desk, ground: '', basis: ' ', expectedOn: '2026-11-23' };
    expect(decideSuspend(handling, bare, moment('2026-11-24'))).toEqual({
      ok: false,
      refusals: [
        { code: 'decision.ground-missing', field: 'ground' },
        { code: 'decision.basis-missing', field: 'basis' },
        { code: 'field.too-early', field: 'expectedOn', params: { earliest: '2026-11-24' } },
      ],
    });
    expect(decideSuspend(handling, { actor: desk, ...publication }, moment('2026-11-24'))).toMatchObject({
      status: 'suspended',
      intervals: { opens: [{ kind: 'suspension', isRunning: false, ground: '公示 5 个工作日' }] },
      events: [{ type: 'suspended', ...publication }],
      actBy: { on: '2026-12-01' },
    });
  });

  test('its end is expected on a day that exists, within a year, also over the edge of an unpublished one', () => {
    const until = (expectedOn: string) =>
      decideSuspend(handling, { actor: desk, ...publication, expectedOn }, moment('2026-11-24'));
    expect(until('2027-11-24')).toMatchObject({ ok: true, actBy: { on: '2027-11-24' } });
    expect(until('2027-11-25')).toMatchObject({
      refusals: [{ code: 'field.too-late', field: 'expectedOn', params: { latest: '2027-11-24' } }],
    });
    expect(until('')).toMatchObject({ refusals: [{ code: 'field.required', field: 'expectedOn' }] });
    expect(until('2027-02-30')).toMatchObject({ refusals: [{ code: 'field.impossible-date', field: 'expectedOn' }] });
  });

  test('where the guide names grounds, one of them is chosen, with its basis and within its own limit', () => {
    const grounds = [{ name: '公示', basis: '评审办法第十条', limitDays: 5 }];
    const suspend = (over: Partial<typeof publication>) =>
      decideSuspend(
        handling,
        { actor: desk, ground: '公示', basis: '', expectedOn: '2026-12-01', grounds, ...over },
        moment('2026-11-24'),
      );
    expect(suspend({})).toMatchObject({ ok: true, events: [{ ground: '公示', basis: '评审办法第十条' }] });
    expect(suspend({ expectedOn: '2026-12-02' })).toMatchObject({
      refusals: [{ code: 'field.too-late', field: 'expectedOn', params: { latest: '2026-12-01' } }],
    });
    expect(suspend({ ground: '专家评审', basis: '办法' })).toMatchObject({
      refusals: [{ code: 'decision.ground-unknown', field: 'ground' }],
    });
  });

  test('only what is being handled is suspended, and only what is suspended resumed', () => {
    const suspended = { ...handling, status: 'suspended' as const };
    expect(decideSuspend(suspended, { actor: desk, ...publication }, moment('2026-11-24'))).toMatchObject({
      refusals: [{ code: 'case.wrong-status' }],
    });
    expect(decideResume(handling, { actor: desk }, moment('2026-11-24'))).toMatchObject({
      refusals: [{ code: 'case.wrong-status' }],
    });
  });

  test('resuming gives back every working day whose closing time was covered', () => {
    const suspended = {
      ...handling,
      status: 'suspended' as const,
      intervals: [openInterval(at('2026-11-24 10:00'), 'desk', { kind: 'suspension', ground: '公示' })],
    };
    expect(decideResume(suspended, { actor: desk, note: '公示无异议' }, moment('2026-11-27 09:00'))).toMatchObject({
      status: 'handling',
      due: { on: '2026-12-03' },
      actBy: { on: '2026-12-03' },
      events: [{ type: 'resumed', note: '公示无异议' }],
    });
  });

  test('only the head voids or removes, with a reason', () => {
    expect(decideVoid(handling, { actor: desk, reason: '无效' }, moment('2026-11-24'))).toMatchObject({
      refusals: [{ code: 'case.not-permitted' }],
    });
    expect(decideVoid(handling, { actor: head, reason: ' ' }, moment('2026-11-24'))).toMatchObject({
      refusals: [{ code: 'decision.reason-missing', field: 'reason' }],
    });
    expect(decideVoid(handling, { actor: head, reason: '重复办件' }, moment('2026-11-24'))).toMatchObject({
      status: 'voided',
    });
    expect(decideRemove(handling, { actor: head, reason: '录入错误' }, moment('2026-11-24'))).toMatchObject({
      status: 'removed',
    });
  });
});
