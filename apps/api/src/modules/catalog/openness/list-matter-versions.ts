import type { opennessEndpoints, Output } from '@yitang/contract';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { catalogKey } from '../catalog-key.ts';
import { findVersionsByNumber } from '../load-published-matters.ts';
import { MatterVersion } from '../matter.entity.ts';
import { differenceOf } from './difference.ts';

type Versions = Output<typeof opennessEndpoints.listMatterVersions>;

/** The versions of a guide that are or were in force, newest first; what is scheduled is not public yet. */
export async function listMatterVersions(call: Call, code: string): Promise<Versions> {
  const snapshot = call.deps.services.get(catalogKey).current();
  const known = snapshot.find(code) ?? snapshot.findRetired(code);
  if (known === undefined) throw problem('record.not-found');
  const rows = await call.em.find(
    MatterVersion,
    { matterId: known.id, version: { $lte: known.version } },
    {
      fields: ['version', 'batchId', 'effectiveFrom', 'effectiveUntil'],
      orderBy: { version: 'desc' },
      disableIdentityMap: true,
    },
  );
  const contents = await findVersionsByNumber(
    call.em,
    rows.map(({ version }) => ({ matterId: known.id, version })),
  );
  const numbers = new Map(snapshot.batches.map(({ id, number }) => [id, number]));
  const contentOf = (version: number) => contents.get(`${known.id}/${version}`);
  return {
    code,
    name: known.name,
    items: rows.map(({ version, batchId, effectiveFrom, effectiveUntil }) => ({
      version,
      from: effectiveFrom,
      until: effectiveUntil ?? null,
      batch: numbers.get(batchId) ?? null,
      ...differenceOf(contentOf(version - 1), contentOf(version)),
    })),
  };
}
