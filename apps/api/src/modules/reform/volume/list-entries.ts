import type { Answer, Input, volumeEndpoints } from '@yitang/contract';
import type { Em } from '../../../database/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { catalogKey } from '../../catalog/index.ts';
import { sourceNames } from './sources.ts';
import { departmentsSeen } from './volume-access.ts';
import { VolumeEntry } from './volume.entity.ts';

type Endpoint = (typeof volumeEndpoints)['listVolumeEntries'];

/** Entries of departments within the caller's reach, latest first. */
export async function listEntries(call: Call, query: Input<Endpoint>['query']): Promise<Answer<Endpoint>> {
  const { matter, month, source, department, after, limit } = query;
  const snapshot = call.deps.services.get(catalogKey).current();
  const seen = departmentsSeen(call);
  const wanted = department === undefined ? seen : [department].filter((id) => seen?.includes(id) ?? true);
  const matterId = matter === undefined ? undefined : (snapshot.find(matter) ?? snapshot.findRetired(matter))?.id;
  const rows = await call.em.find(
    VolumeEntry,
    {
      ...(wanted === undefined ? {} : { departmentId: { $in: [...wanted] } }),
      ...(matter === undefined ? {} : { matterId: matterId ?? '' }),
      ...(month === undefined ? {} : { month }),
      ...(source === undefined ? {} : { source }),
      ...(after === undefined ? {} : { id: { $lt: after } }),
    },
    { orderBy: { id: 'desc' }, limit: limit + 1, disableIdentityMap: true },
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const [nameOf, replaced] = [await sourceNames(call.em), await findReplaced(call.em, page)];
  const matters = new Map([...snapshot.retired, ...snapshot.matters].map((one) => [one.id, one]));
  return {
    items: page.map(({ id, matterId: of, recordedAt, reason, ...entry }) => ({
      ...{ id, matter: matters.get(of)?.code ?? '', name: matters.get(of)?.name ?? '' },
      ...{ month: entry.month, source: entry.source, sourceName: nameOf(entry.source), turn: entry.turn },
      ...{ cases: entry.cases, evidence: entry.evidence, reason: reason ?? null, reportedBy: entry.reportedBy },
      ...{ recordedAt: recordedAt.toISOString(), isStanding: !replaced.has(id) },
    })),
    ...(rows.length > limit && last !== undefined ? { next: last.id } : {}),
  };
}

/** Of these entries those that a later one took the place of. */
async function findReplaced(em: Em, page: readonly VolumeEntry[]): Promise<ReadonlySet<string>> {
  if (page.length === 0) return new Set();
  const where = { replaces: { $in: page.map(({ id }) => id) } };
  const later = await em.find(VolumeEntry, where, { fields: ['replaces'], disableIdentityMap: true });
  return new Set(later.map(({ replaces }) => replaces ?? ''));
}
