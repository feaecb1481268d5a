import type { TargetMatterRowData } from '@yitang/contract';
import {
  contradictsTrips,
  evaluateTarget,
  excludesOn,
  readOtherwise,
  type OtherReading,
  type TargetMatter,
  type TargetResult,
} from '@yitang/domain/target';
import type { CheckFault, CivilDate, TargetShow } from '@yitang/domain/vocabulary';
import type { Call } from '../../../platform/endpoint/index.ts';
import { catalogKey } from '../../catalog/index.ts';
import { todayOf, type DayFacts, type TargetSource } from './day-facts.ts';
import { beginEvaluation } from './evaluate-targets.ts';
import { requireVersions } from './load-targets.ts';

interface MattersQuery extends Omit<OtherReading, 'depth'> {
  readonly depth?: '2' | '3' | undefined;
  readonly asOf?: CivilDate | undefined;
  readonly show: TargetShow;
  readonly numerator?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

interface Shown {
  readonly matter: TargetMatter;
  readonly faults: readonly CheckFault[];
}

/** The matters behind a number, by code; also of the target read otherwise. @throws `record.not-found` */
export async function listTargetMatters(
  call: Call,
  key: string,
  query: MattersQuery,
): Promise<{ items: TargetMatterRowData[]; next?: string }> {
  const [{ definition }] = await requireVersions(call.em, key);
  const day = query.asOf ?? todayOf(call);
  const { source, factsOf } = await beginEvaluation(call, { on: [day] });
  const facts = factsOf(day);
  const depth = query.depth && (query.depth === '3' ? 3 : 2);
  const all = shownOf(evaluateTarget(readOtherwise(definition, { ...query, depth }), facts), query);
  return pageByCode(all, query, (one) => presentMatter(call, one, { facts, source }));
}

/** A page of what is in the order of codes; `next` is the last code of it. */
export function pageByCode<One extends { readonly matter: TargetMatter }, Row extends { readonly code: string }>(
  all: readonly One[],
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
  present: (one: One) => Row,
): { items: Row[]; next?: string } {
  const rest = all.filter(({ matter }) => after === undefined || matter.code > after);
  const items = rest.slice(0, limit).map(present);
  const last = items.at(-1);
  return { items, ...(last !== undefined && rest.length > items.length ? { next: last.code } : {}) };
}

const keeps = (matters: readonly TargetMatter[]): Shown[] => matters.map((matter) => ({ matter, faults: [] }));

/** What a number of a result is made of; of an unknown numerator, or none, the first. */
export function shownOf(
  { numerators, excluded }: TargetResult,
  { show, numerator }: Pick<MattersQuery, 'show' | 'numerator'>,
): readonly Shown[] {
  if (show === 'excluded') return keeps(excluded);
  const chosen = numerators.find(({ key }) => key === numerator) ?? numerators[0];
  if (chosen === undefined) return [];
  if (show === 'members') return keeps(chosen.members);
  if (show === 'non-members') return chosen.nonMembers;
  return [...keeps(chosen.members), ...chosen.nonMembers].sort((a, b) => (a.matter.code < b.matter.code ? -1 : 1));
}

/** A matter with what the targets look at. */
export function presentMatter(
  { deps }: Pick<Call, 'deps'>,
  { matter, faults }: Shown,
  { facts, source }: { readonly facts: DayFacts; readonly source: TargetSource },
): TargetMatterRowData {
  const { code, name, audiences, visits, isOnline, depth, isMobile } = matter;
  const exclusion = source.exclusions.find((one) => one.code === code && excludesOn(one, facts.on));
  return {
    code,
    name,
    department: deps.services.get(catalogKey).current().findDepartment(matter.departmentId)?.name ?? '',
    audiences: [...audiences],
    volume: facts.volumes?.volumes.get(code) ?? 0,
    ...{ visits, isOnline, depth, isMobile },
    faults: [...faults],
    isContradiction: contradictsTrips(matter),
    exclusion: exclusion
      ? { reason: exclusion.reason, evidence: exclusion.evidence, reviewOn: exclusion.reviewOn }
      : null,
  };
}
