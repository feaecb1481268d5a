import type { TargetOutcomeData } from '@yitang/contract';
import { percent } from '../percent.ts';

interface Fraction {
  readonly num: number;
  readonly den: number;
}

/** Rounded down, so that 79.999 % is never shown as 80 %. */
export function shareText(part: number, whole: number): string {
  return percent(Math.floor((part * 10_000) / Math.max(1, whole)));
}

/** 4/5 → 80%; a fraction without a short form stays one. */
export function thresholdText({ num, den }: Fraction): string {
  const tenths = (num * 1_000) / den;
  return Number.isInteger(tenths) ? `${tenths / 10}%` : `${num}/${den}`;
}

/** How many more matters reach the threshold. */
export function missingOf(part: number, whole: number, { num, den }: Fraction): number {
  return Math.max(0, Math.ceil((num * whole) / den) - part);
}

/** What a state is called: one that is missed before its day is still open. */
export function stateKeyOf(
  { state, on }: Pick<TargetOutcomeData, 'state' | 'on'>,
  localOn: string,
): `state.${'met' | 'missed' | 'open' | 'not-computable'}` {
  return state === 'missed' && on < localOn ? 'state.open' : `state.${state}`;
}

/** A path of the target rooms on the same day. */
export function onDay(path: string, asOf: string | undefined, more: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams({ ...(asOf === undefined ? {} : { asOf }), ...more }).toString();
  return search === '' ? path : `${path}?${search}`;
}
