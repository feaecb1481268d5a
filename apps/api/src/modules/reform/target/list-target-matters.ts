import type { TargetMatterRowData } from '@yitang/contract';
import {
  contradictsTrips,
  evaluateTarget,
  excludesOn,
  type TargetMatter,
  type TargetResult,
} from '@yitang/domain/target';
import type { CheckFault, CivilDate } from '@yitang/domain/vocabulary';
import type { Call } from '../../../platform/endpoint/index.ts';
import { catalogKey } from '../../catalog/index.ts';
import type { DayFacts, TargetSource } from './day-facts.ts';
import { beginEvaluation } from './evaluate-targets.ts';
import { requireVersions } from './load-targets.ts';

interface MattersQuery {
  readonly asOf?: CivilDate | undefined;
  readonly show: 'members' | 'non-members' | 'excluded';
  readonly numerator?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

interface Shown {
  readonly matter: TargetMatter;
  readonly faults: readonly CheckFault[];
}

/** The matters behind a number, by code. @throws `record.not-found` */
export async function listTargetMatters(
  call: Call,
  key: string,
  query: MattersQuery,
): Promise<{ items: TargetMatterRowData[]; next?: string }> {
  const [{ definition }] = await requireVersions(call.em, key);
  const { source, factsOf } = await beginEvaluation(call);
  const facts = await factsOf(query.asOf ?? source.today);
  const all = shownOf(evaluateTarget(definition, facts), query);
  const rest = all.filter(({ matter }) => query.after === undefined || matter.code > query.after);
  const items = rest.slice(0, query.limit).map((one) => presentMatter(call, one, { facts, source }));
  const last = items.at(-1);
  return { items, ...(last !== undefined && rest.length > items.length ? { next: last.code } : {}) };
}

const keeps = (matters: readonly TargetMatter[]): Shown[] => matters.map((matter) => ({ matter, faults: [] }));

function shownOf({ numerators, excluded }: TargetResult, { show, numerator }: MattersQuery): readonly Shown[] {
  if (show === 'excluded') return keeps(excluded);
  const chosen = numerators.find(({ key }) => key === numerator) ?? numerators[0];
  if (chosen === undefined) return [];
  return show === 'members' ? keeps(chosen.members) : chosen.nonMembers;
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
