import { volumeMemoryKey } from '../volume/index.ts';
import type { Asking } from '../asking.ts';
import { requirePeriod } from '../require-period.ts';
import {
  computeHighFrequencySet,
  loadFrequencyFacts,
  rankMatters,
  type ComputedSet,
  type FrequencyQuery,
} from './compute-high-frequency-set.ts';

type SetQuery = Omit<FrequencyQuery, 'recordedUntil'>;

/** As `computeHighFrequencySet`, for pages: what was computed before holds until something that it rests on changes. */
export function rememberedSet(call: Asking, query: SetQuery): Promise<ComputedSet> {
  return remember(call, query, { what: 'set', work: (whole) => computeHighFrequencySet(call, whole) });
}

/** The set with 即办件 and the one without, of the same facts. */
export interface SetSides {
  readonly all: ComputedSet;
  readonly withoutInstant: ComputedSet;
}

export function rememberedSides(call: Asking, query: Omit<SetQuery, 'withoutInstant'>): Promise<SetSides> {
  const work = async (whole: SetQuery) => {
    const facts = await loadFrequencyFacts(call, whole);
    const side = (withoutInstant: boolean) => rankMatters(facts, { ...whole, withoutInstant });
    return { all: side(false), withoutInstant: side(true) };
  };
  return remember(call, query, { what: 'sides', work });
}

interface Answer<T> {
  readonly what: string;
  readonly work: (query: SetQuery) => Promise<T>;
}

function remember<T>(call: Asking, query: SetQuery, { what, work }: Answer<T>): Promise<T> {
  const { asOf } = requirePeriod(call, query);
  const { months, audiences = [], withoutInstant = false } = query;
  const whole = { asOf, months, audiences, withoutInstant };
  return call.deps.services.get(volumeMemoryKey).remember(call, JSON.stringify([what, whole]), () => work(whole));
}
