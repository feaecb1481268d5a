import type { MatterExclusionData } from '@yitang/contract';
import { civilDateAt } from '@yitang/domain/calendar';
import type { CivilDate, ExclusionStatus } from '@yitang/domain/vocabulary';
import type { Call } from '../../../platform/endpoint/index.ts';
import { catalogKey } from '../../catalog/index.ts';
import { mayExclude, presentExclusion } from './exclusions.ts';
import { MatterExclusion } from './target.entity.ts';

interface ExclusionsQuery {
  readonly status?: ExclusionStatus | 'overdue' | undefined;
  /** Of which day `overdue` is asked; today where it is left out. */
  readonly asOf?: CivilDate | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

interface ListedExclusions {
  items: MatterExclusionData[];
  next?: string;
  unapproved: { code: string; name: string; department: string }[];
}

/** What `isReviewOverdue` says, of all rows. */
const overdueOn = (on: CivilDate) => ({
  fromDay: { $lte: on },
  reviewOn: { $lt: on },
  $or: [{ endedOn: null }, { endedOn: { $gt: on } }],
});

/** Latest first; a department sees its own. */
export async function listExclusions(call: Call, query: ExclusionsQuery): Promise<ListedExclusions> {
  const snapshot = call.deps.services.get(catalogKey).current();
  const today = civilDateAt(call.now, call.deps.config.timeZone);
  const inReach = snapshot.departments
    .filter(({ id }) => mayExclude(call, 'exclusion.request', id))
    .map(({ id }) => id);
  const { status, asOf = today, after, limit } = query;
  const rows = await call.em.find(
    MatterExclusion,
    {
      departmentId: { $in: inReach },
      ...(status === 'overdue' ? overdueOn(asOf) : status && { status }),
      ...(after === undefined ? {} : { id: { $lt: after } }),
    },
    { orderBy: { id: 'desc' }, limit: limit + 1, disableIdentityMap: true },
  );
  const items = rows.slice(0, limit).map((row) => presentExclusion(call, row, asOf));
  const last = items.at(-1);
  const covered = await findCovered(call, today);
  return {
    items,
    ...(last !== undefined && rows.length > limit ? { next: last.id } : {}),
    unapproved: snapshot.matters
      .filter(({ guide, code, departmentId, paused }) => {
        const isClaimed = guide.specialExclusion !== undefined && !covered.has(code);
        // No target counts it while it is suspended.
        return isClaimed && paused === null && inReach.includes(departmentId);
      })
      .map(({ code, name, departmentId }) => ({
        code,
        name,
        department: snapshot.findDepartment(departmentId)?.name ?? '',
      })),
  };
}

async function findCovered({ em }: Call, today: string): Promise<ReadonlySet<string>> {
  const where = { status: 'approved' as const, reviewOn: { $gte: today } };
  const rows = await em.find(MatterExclusion, where, { fields: ['code'], disableIdentityMap: true });
  return new Set(rows.map(({ code }) => code));
}
