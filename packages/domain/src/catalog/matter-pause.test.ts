import { describe, expect, test } from '@jest/globals';
import { findPauseOn, type MatterPause } from './matter-pause.ts';

const pause = (startedOn: string, endedOn: string | null, expectedUntil: string | null = null): MatterPause => ({
  ...{ startedOn, endedOn, expectedUntil },
});
const isPausedOn = (pauses: readonly MatterPause[], day: string, today?: string) =>
  findPauseOn(pauses, day, today) !== undefined;

describe('a pause', () => {
  test('covers the day it begins and not the day on which the matter is open again', () => {
    const ended = [pause('2026-03-02', '2026-03-05')];
    expect(
      ['2026-03-01', '2026-03-02', '2026-03-04', '2026-03-05', '2026-03-06'].map((day) => isPausedOn(ended, day)),
    ).toEqual([false, true, true, false, false]);
  });

  test('that ends on its own day covers none, and of several each covers its own days', () => {
    const pauses = [pause('2026-03-02', '2026-03-02'), pause('2026-03-04', '2026-03-06'), pause('2026-03-06', null)];
    expect(['2026-03-02', '2026-03-03', '2026-03-05', '2026-03-06'].map((day) => isPausedOn(pauses, day))).toEqual([
      ...[false, false, true, true],
    ]);
    expect(findPauseOn(pauses, '2026-03-06')).toBe(pauses[2]);
  });

  test('lasts until a person ends it, and in a forecast until the day that is expected', () => {
    const running = [pause('2026-03-02', null, '2026-03-10')];
    expect(isPausedOn(running, '2026-03-20')).toBe(true);
    expect(isPausedOn(running, '2026-03-09', '2026-03-05')).toBe(true);
    expect(isPausedOn(running, '2026-03-10', '2026-03-05')).toBe(false);
    expect(isPausedOn(running, '2026-04-01', '2026-03-20')).toBe(true);
  });
});
