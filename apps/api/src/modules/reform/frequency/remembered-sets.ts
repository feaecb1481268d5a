import type { JointRule } from '@yitang/domain/high-frequency';
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

/** The set by each rule of counting, of the same facts: with 即办件 or without, 一件事 by component or as one. */
export interface SetSides {
  readonly all: ComputedSet;
  readonly withoutInstant: ComputedSet;
  readonly asOne: ComputedSet;
  readonly asOneWithoutInstant: ComputedSet;
}

export function rememberedSides(call: Asking, query: Omit<SetQuery, 'withoutInstant' | 'joint'>): Promise<SetSides> {
  const work = async (whole: SetQuery) => {
    const facts = await loadFrequencyFacts(call, whole);
    const side = (withoutInstant: boolean, joint: JointRule) => rankMatters(facts, { ...whole, withoutInstant, joint });
    const [all, withoutInstant] = [side(false, 'components'), side(true, 'components')];
    // Without any 一件事 both rules count alike.
    const hasJoint = facts.day.matters.some(({ guide }) => (guide.componentCodes ?? []).length > 0);
    return {
      all,
      withoutInstant,
      asOne: hasJoint ? side(false, 'as-one') : all,
      asOneWithoutInstant: hasJoint ? side(true, 'as-one') : withoutInstant,
    };
  };
  return remember(call, query, { what: 'sides', work });
}

interface Answer<T> {
  readonly what: string;
  readonly work: (query: SetQuery) => Promise<T>;
}

function remember<T>(call: Asking, query: SetQuery, { what, work }: Answer<T>): Promise<T> {
  const { asOf } = requirePeriod(call, query);
  const { months, audiences = [], withoutInstant = false, joint = 'components' } = query;
  const whole = { asOf, months, audiences, withoutInstant, joint };
  return call.deps.services.get(volumeMemoryKey).remember(call, JSON.stringify([what, whole]), () => work(whole));
}
