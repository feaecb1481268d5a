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

describe('special procedures and strikes', () => {
  test('the clock stands on a named ground only', () => {
    expect(decideSuspend(handling, { actor: desk, ground: '' }, moment('2026-11-24'))).toEqual({
      ok: false,
      refusals: [{ code: 'decision.ground-missing', field: 'ground' }],
    });
    expect(decideSuspend(handling, { actor: desk, ground: '公示 5 个工作日' }, moment('2026-11-24'))).toMatchObject({
      status: 'suspended',
      intervals: { opens: [{ kind: 'suspension', isRunning: false, ground: '公示 5 个工作日' }] },
    });
  });

  test('resuming gives back every working day whose closing time was covered', () => {
    const suspended = {
      ...handling,
      status: 'suspended' as const,
      intervals: [openInterval(at('2026-11-24 10:00'), 'desk', { kind: 'suspension', ground: '公示' })],
    };
    expect(decideResume(suspended, { actor: desk }, moment('2026-11-27 09:00'))).toMatchObject({
      status: 'handling',
      due: { on: '2026-12-03' },
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
