import type { OfficeCaseData } from '@yitang/contract';
import { countVisits, tripsOfCase, type VisitDefinition } from '@yitang/domain/visit';
import type { Em } from '../../../database/index.ts';
import type { LoadedCase } from '../record/load-case.ts';
import { VisitAnswer } from '../visit.entity.ts';
import { visitOf } from './list-tallied-cases.ts';
import type { TripRule } from './trip-rule.ts';

type Trips = OfficeCaseData['trips'];

/** How many trips the case took so far by each definition, beside what the guide declared and the applicant said. */
export async function findCaseTrips(
  em: Em,
  { current, matter }: Pick<LoadedCase, 'current' | 'matter'>,
  { visits, rule }: { readonly visits: OfficeCaseData['visits']; readonly rule: TripRule },
): Promise<Trips> {
  const answer = await em.findOne(VisitAnswer, { caseId: current.id }, { disableIdentityMap: true });
  const visited = visitedFrom(visits, current.id);
  const tripsBy = (definition: VisitDefinition) => {
    const counting = { definition, countsKiosk: rule.countsKiosk };
    return tripsOfCase(countVisits(visited, current.id, counting), answer?.trips ?? null, counting);
  };
  const whole = tripsBy('2019');
  return {
    declared: matter.guide.visitsOnSite,
    actual2017: tripsBy('2017').trips,
    actual2019: whole.trips,
    answer: answer && { trips: answer.trips, cause: answer.cause ?? null, at: answer.at.toISOString() },
    isDisputed: whole.isDisputed,
  };
}

function visitedFrom(lines: OfficeCaseData['visits'], caseId: string) {
  return [...Map.groupBy(lines, ({ visit }) => visit).values()].map((same) =>
    visitOf(caseId, new Set(same.map(({ kind }) => kind))),
  );
}
