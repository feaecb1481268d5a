import type { JointRule } from '@yitang/domain/high-frequency';
import type { Audience } from '@yitang/domain/vocabulary';
import type { HighFrequencyRowData, HighFrequencySetData } from '@yitang/contract';
import { RepeatedAnswer, type Call } from '../../../platform/endpoint/index.ts';
import { departmentNames } from './department-names.ts';
import { onlineOn } from '../target/online-on.ts';
import type { ComputedRow, ComputedSet } from './compute-high-frequency-set.ts';
import { rememberedSides, type SetSides } from './remembered-sets.ts';

export interface SetQuery {
  /** Civil date; today where it is left out. */
  readonly asOf?: string | undefined;
  readonly months: number;
  readonly audience?: Audience | undefined;
  readonly instant?: 'with' | 'without' | undefined;
  readonly joint?: JointRule | undefined;
}

/** 高频事项 of a period for a page, and how many there are by each other rule of counting. */
export async function getHighFrequencySet(call: Call, query: SetQuery): Promise<HighFrequencySetData> {
  const sides = await sidesFor(call, query);
  return presentSet(call, sides, shownOf(sides, query));
}

interface Repeated {
  readonly minute: number;
  readonly answer: RepeatedAnswer<HighFrequencySetData>;
}

/** Beside the set that is shown, and forgotten with it: what else an answer says rests on the same catalog. */
const repeated = new WeakMap<ComputedSet, Repeated>();

/** The same for everybody who asks within a minute, to which people are told when it was counted. */
export async function repeatHighFrequencySet(
  call: Call,
  query: SetQuery,
): Promise<RepeatedAnswer<HighFrequencySetData>> {
  const sides = await sidesFor(call, query);
  const shown = shownOf(sides, query);
  const minute = Math.floor(call.now.getTime() / 60_000);
  const known = repeated.get(shown);
  if (known?.minute === minute) return known.answer;
  const answer = new RepeatedAnswer(await presentSet(call, sides, shown));
  repeated.set(shown, { minute, answer });
  return answer;
}

function sidesFor(call: Call, { asOf, months, audience }: SetQuery): Promise<SetSides> {
  return rememberedSides(call, { asOf, months, audiences: audience === undefined ? [] : [audience] });
}

function shownOf(sides: SetSides, { instant, joint }: SetQuery): ComputedSet {
  if (joint === 'as-one') return instant === 'without' ? sides.asOneWithoutInstant : sides.asOne;
  return instant === 'without' ? sides.withoutInstant : sides.all;
}

async function presentSet(call: Call, sides: SetSides, shown: ComputedSet): Promise<HighFrequencySetData> {
  const { all, withoutInstant, asOne, asOneWithoutInstant } = sides;
  return {
    ...factsOf(call, shown),
    sides: {
      ...{ all: sideOf(all), withoutInstant: sideOf(withoutInstant) },
      ...{ asOne: sideOf(asOne), asOneWithoutInstant: sideOf(asOneWithoutInstant) },
    },
    leftOut: presentLeftOut(call, shown.leftOut),
    rows: await presentRows(call, shown, shown.rows),
  };
}

const sideOf = ({ total, setSize, rows }: ComputedSet) => ({ total, setSize, matters: rows.length });

function factsOf(call: Call, set: ComputedSet): Omit<HighFrequencySetData, 'rows' | 'leftOut' | 'sides'> {
  const { asOf, firstMonth, lastMonth, total, setSize, isComputable, whyNot, knownSince, retired, paused, openMonths } =
    set;
  return {
    ...{ asOf, firstMonth, lastMonth, total, setSize, isComputable, whyNot, knownSince, retired, paused, openMonths },
    matters: set.rows.length,
    countedAt: call.now.toISOString(),
    isDemo: call.deps.config.mode !== 'production',
  };
}

export function presentLeftOut(call: Call, leftOut: ComputedSet['leftOut']): HighFrequencySetData['leftOut'] {
  const nameOf = departmentNames(call);
  return leftOut.map(({ departmentId, ...row }) => ({ ...row, department: nameOf(departmentId) }));
}

export async function presentRows(
  call: Call,
  { asOf }: Pick<ComputedSet, 'asOf'>,
  rows: readonly ComputedRow[],
): Promise<HighFrequencyRowData[]> {
  const [nameOf, isOnline] = [departmentNames(call), await onlineOn(call, asOf)];
  return rows.map(({ matter, ...row }) => ({
    ...row,
    name: matter.name,
    department: nameOf(matter.departmentId),
    visitsOnSite: matter.guide.visitsOnSite,
    isOnline: isOnline(matter),
    isInstant: matter.guide.projectType === 'instant',
  }));
}
