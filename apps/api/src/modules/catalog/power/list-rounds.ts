import type { Answer, PowerRoundData, powerEndpoints } from '@yitang/contract';
import { filingLifecycle, isEnterable, isLate } from '@yitang/domain/power';
import type { CivilDate, FilingAction } from '@yitang/domain/vocabulary';
import type { Em } from '../../../database/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { catalogKey } from '../catalog-key.ts';
import { departmentsInReach, mayIn } from '../draft/draft-access.ts';
import { todayOf } from './enterable.ts';
import { PowerFiling, PowerRound } from './round.entity.ts';

type Endpoints = typeof powerEndpoints;

/** Rounds, latest first; an office sees those that ask it, with its own figures. */
export async function listRounds(call: Call): Promise<Answer<Endpoints['listPowerRounds']>> {
  const reach = departmentsInReach(call);
  const rounds = await call.em.find(PowerRound, {}, { orderBy: { createdAt: 'desc' }, disableIdentityMap: true });
  const filings = await findFilings(call.em, reach === undefined ? {} : { departmentId: { $in: [...reach] } });
  const items = rounds
    .map((round) => ({ round, mine: filings.filter(({ roundId }) => roundId === round.id) }))
    .filter(({ mine }) => mine.length > 0)
    .map(({ round, mine }) => presentRound(round, mine, todayOf(call)));
  return { items, mayOpen: reach === undefined && mayIn(call, 'catalog.review', '') };
}

/** @throws `record.not-found` also where none of the caller's departments is asked */
export async function getRound(call: Call, id: string): Promise<Answer<Endpoints['getPowerRound']>> {
  const reach = departmentsInReach(call);
  const round = await call.em.findOne(PowerRound, { id }, { disableIdentityMap: true });
  const filings = await findFilings(call.em, {
    roundId: id,
    ...(reach === undefined ? {} : { departmentId: { $in: [...reach] } }),
  });
  if (round === null || filings.length === 0) throw problem('record.not-found');
  const counts = await countEntries(
    call.em,
    filings.map(({ departmentId }) => departmentId),
  );
  const snapshot = call.deps.services.get(catalogKey).current();
  const rank = new Map(snapshot.departments.map((department, index) => [department.id, index]));
  return {
    ...presentRound(round, filings, todayOf(call)),
    isClosable: round.status === 'open' && mayIn(call, 'catalog.review', ''),
    filings: filings
      .sort((a, b) => (rank.get(a.departmentId) ?? 0) - (rank.get(b.departmentId) ?? 0))
      .map((filing) => presentFiling(call, { round, filing, entries: counts.get(filing.departmentId) ?? 0 })),
  };
}

const findFilings = (em: Em, where: object): Promise<PowerFiling[]> =>
  em.find(PowerFiling, where, { disableIdentityMap: true });

/** Entries of departments that have not ended. */
export async function countEntries(em: Em, departmentIds: readonly string[]): Promise<Map<string, number>> {
  const marks = departmentIds.map(() => '?').join(', ');
  const rows = await em.execute<{ department_id: string; n: number }[]>(
    `select department_id, count(*) as n from powers where status in ('entered', 'kept', 'handed-down') and department_id in (${marks}) group by department_id`,
    [...departmentIds],
  );
  return new Map(rows.map(({ department_id, n }) => [department_id, Number(n)]));
}

function presentRound(round: PowerRound, filings: readonly PowerFiling[], today: CivilDate): PowerRoundData {
  const { id, title, opensOn, dueOn, status } = round;
  const isFiled = (filing: PowerFiling): boolean => filing.status === 'filed' || filing.status === 'accepted';
  return {
    ...{ id, title, opensOn, dueOn, status },
    departments: filings.length,
    filed: filings.filter(isFiled).length,
    accepted: filings.filter((filing) => filing.status === 'accepted').length,
    late: filings.filter(({ firstFiledOn }) => isLate(round, firstFiledOn ?? null, today)).length,
  };
}

interface Filed {
  readonly round: PowerRound;
  readonly filing: PowerFiling;
  readonly entries: number;
}

function presentFiling(call: Call, { round, filing, entries }: Filed) {
  const { id, departmentId, status, firstFiledOn, note, revision } = filing;
  const today = todayOf(call);
  const department = call.deps.services.get(catalogKey).current().findDepartment(departmentId);
  const possible = round.status === 'open' ? (Object.keys(filingLifecycle[status]) as FilingAction[]) : [];
  return {
    ...{ id, status, entries, revision },
    department: { id: departmentId, name: department?.name ?? '' },
    firstFiledOn: firstFiledOn ?? null,
    isLate: isLate(round, firstFiledOn ?? null, today),
    note: note ?? null,
    availableActions: possible.filter((action) =>
      action === 'submit'
        ? round.opensOn <= today && mayIn(call, 'catalog.confirm', departmentId)
        : mayIn(call, 'catalog.review', departmentId),
    ),
    isEnterable: isEnterable(round, status, today) && mayIn(call, 'catalog.edit', departmentId),
  };
}
