import type { Issue } from '@yitang/contract';
import { civilDateAt } from '@yitang/domain/calendar';
import {
  burdenOf,
  compareBurdens,
  fillFromPaper,
  unknownBurden,
  type Burden,
  type BurdenCounts,
  type Reduction,
} from '@yitang/domain/reduction';
import type { BurdenMeasure, CivilDate } from '@yitang/domain/vocabulary';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { catalogKey, catalogOn, contentOf, departmentsInReach, type PublishedMatter } from '../../catalog/index.ts';
import type { Asking } from '../asking.ts';
import { findPaperFigures } from './find-baselines.ts';

export interface DayPair {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** A matter on two days; `reduction` is null where it was not there on one of them. */
export interface ComparedMatter {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly departmentId: string;
  readonly standing: 'compared' | 'new' | 'merged' | 'retired';
  readonly successorCode: string | null;
  readonly reduction: Reduction | null;
  readonly fromPaper: readonly BurdenMeasure[];
  readonly instantBefore: boolean | null;
  readonly instantAfter: boolean | null;
  readonly versions: { readonly before: number | null; readonly after: number | null };
}

export interface ComparedDays {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly today: CivilDate;
  readonly firstDay: CivilDate | null;
  readonly before: number;
  readonly after: number;
  /** By code, within the reach of the caller. */
  readonly rows: readonly ComparedMatter[];
}

/**
 * What matters ask of people on two days, by default the first day of the catalog and today. What no version states is
 * taken from figures on paper, for the earlier day only. In time proportional to the catalog.
 * @throws `request.invalid` with every wrong day
 */
export function compareDays(call: Call, pair: DayPair): Promise<ComparedDays> {
  return compareIn(call, pair, departmentsInReach(call, 'reduction.read'));
}

/** The same in the reach of some departments; undefined: of all. @throws `request.invalid` with every wrong day */
export async function compareIn(
  call: Asking,
  pair: DayPair,
  reach: readonly string[] | undefined,
): Promise<ComparedDays> {
  const { batches } = call.deps.services.get(catalogKey).current();
  const today = civilDateAt(call.now, call.deps.config.timeZone);
  const firstDay = batches.reduce<string | null>(
    (first, { effectiveFrom }) => (first === null || effectiveFrom < first ? effectiveFrom : first),
    null,
  );
  const to = pair.to ?? today;
  const from = pair.from ?? (firstDay !== null && firstDay < to ? firstDay : to);
  refuseWrongDays({ from, to, today, isGiven: pair.from !== undefined || pair.to !== undefined });
  const isInReach = ({ departmentId }: PublishedMatter): boolean => reach?.includes(departmentId) ?? true;
  const then = (await catalogOn(call, from)).matters.filter(isInReach);
  const now = await catalogOn(call, to);
  const after = now.matters.filter(isInReach);
  const paper = await findPaperFigures(call.em, from);
  const old = new Map(then.map((matter) => [matter.id, matter]));
  const present = new Set(after.map(({ id }) => id));
  const successors = new Map(now.retired.map(({ id, successorCode }) => [id, successorCode]));
  const rows = [
    ...after.map((matter) => compared(matter, old.get(matter.id), paper.get(matter.id))),
    ...then.filter(({ id }) => !present.has(id)).map((matter) => ended(matter, successors.get(matter.id) ?? null)),
  ];
  rows.sort((a, b) => (a.code < b.code ? -1 : 1));
  return { from, to, today, firstDay, before: then.length, after: after.length, rows };
}

function refuseWrongDays({
  from,
  to,
  today,
  isGiven,
}: {
  from: string;
  to: string;
  today: string;
  isGiven: boolean;
}): void {
  const issues: Issue[] = [];
  const refuse = (field: string, code: string, message: string): void => void issues.push({ field, code, message });
  if (to > today) refuse('query.to', 'future', '只能比较到今天为止，请换一个日期。');
  if (from > today) refuse('query.from', 'future', '基线日期不能晚于今天，请换一个日期。');
  else if (isGiven && from >= to) refuse('query.from', 'order', '基线日期要早于比较日期，请换一个日期。');
  if (issues.length > 0) throw problem('request.invalid', { issues });
}

function compared(
  matter: PublishedMatter,
  old: PublishedMatter | undefined,
  paper: BurdenCounts | undefined,
): ComparedMatter {
  const after = burdenOf(contentOf(matter));
  if (old === undefined && paper === undefined) return rowOf(matter, { standing: 'new', after });
  const stated = old === undefined ? unknownBurden : burdenOf(contentOf(old));
  const { burden: before, filled } =
    paper === undefined ? { burden: stated, filled: [] } : fillFromPaper(stated, paper);
  return rowOf(matter, { standing: 'compared', before, after, filled, oldVersion: old?.version ?? null });
}

interface Standing {
  readonly standing: ComparedMatter['standing'];
  readonly successorCode?: string | null;
  readonly before?: Burden;
  readonly after?: Burden;
  readonly filled?: readonly BurdenMeasure[];
  readonly oldVersion?: number | null;
}

function ended(matter: PublishedMatter, successorCode: string | null): ComparedMatter {
  const standing = successorCode === null ? 'retired' : 'merged';
  return rowOf(matter, { standing, successorCode, before: burdenOf(contentOf(matter)), oldVersion: matter.version });
}

function rowOf(
  { id, code, name, departmentId, version }: PublishedMatter,
  { standing, successorCode = null, before, after, filled = [], oldVersion = null }: Standing,
): ComparedMatter {
  return {
    ...{ id, code, name, departmentId, standing, successorCode },
    reduction: before === undefined || after === undefined ? null : compareBurdens(before, after),
    fromPaper: filled,
    instantBefore: before?.isInstant ?? null,
    instantAfter: after?.isInstant ?? null,
    versions: { before: oldVersion, after: after === undefined ? null : version },
  };
}
