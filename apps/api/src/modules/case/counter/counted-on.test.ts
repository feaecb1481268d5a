import { describe, expect, test } from '@jest/globals';
import { addDays, monthOf } from '@yitang/domain/calendar';
import type { CaseEvent } from '@yitang/domain/case';
import fc from 'fast-check';
import { property } from '../../../../../../tests/support/property.ts';
import { countedOn } from './counted-on.ts';

const by = { kind: 'system', personId: null, post: null } as const;
const at = new Date(0);
const accepted = (on: string): CaseEvent => ({ type: 'accepted', at, by, on }) as CaseEvent;
const voided: CaseEvent = { type: 'voided', at, by, reason: '误收' };

describe('where an event is counted', () => {
  test('a case that is struck out later leaves its own month, with the day on which that was recorded', () => {
    expect(countedOn(voided, '2026-03-02', '2026-01-30')).toEqual({ on: '2026-01-30', recordedOn: '2026-03-02' });
    expect(countedOn(voided, '2026-01-31', '2026-01-30')).toEqual({ on: '2026-01-30', recordedOn: null });
    expect(countedOn(voided, '2026-03-02', null)).toBeNull();
  });

  test('an acceptance by silence that is noted after its month says so', () => {
    expect(countedOn(accepted('2026-02-28'), '2026-03-01', null)).toEqual({
      on: '2026-02-28',
      recordedOn: '2026-03-01',
    });
  });

  const day = fc.integer({ min: 0, max: 150 }).map((days) => addDays('2026-01-01', days));
  const cases = fc.array(
    fc.record({ on: day, noted: fc.integer({ min: 0, max: 5 }), struck: fc.option(fc.integer({ min: 0, max: 120 })) }),
    { maxLength: 12 },
  );
  property(
    'a month as it was known on any day after it is what had been recorded by then, whatever came later',
    fc.tuple(cases, day),
    ([given, knownOn]) => {
      const events = given.flatMap(({ on, noted, struck }) => {
        const notedOn = addDays(on, noted);
        const struckOn = struck === null ? [] : [addDays(notedOn, struck)];
        return [
          { sign: 1, recorded: notedOn, counted: countedOn(accepted(on), notedOn, on) },
          ...struckOn.map((today) => ({ sign: -1, recorded: today, counted: countedOn(voided, today, on) })),
        ];
      });
      const inMonth = events.filter(({ counted }) => counted !== null && monthOf(counted.on) < monthOf(knownOn));
      const sum = (of: typeof events) => of.reduce((total, { sign }) => total + sign, 0);
      expect(sum(inMonth.filter(({ counted }) => (counted?.recordedOn ?? '') <= knownOn))).toBe(
        sum(inMonth.filter(({ recorded }) => recorded <= knownOn)),
      );
    },
  );
});
