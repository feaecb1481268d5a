import type { Input, opennessEndpoints, Output, PublishedBatchData, PublishedChangeData } from '@yitang/contract';
import type { Em } from '../../../database/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { catalogKey } from '../catalog-key.ts';
import type { CatalogSnapshot } from '../catalog-snapshot.ts';
import { findNamed } from '../get-guide.ts';
import { findVersionsByNumber } from '../load-published-matters.ts';
import { Matter, MatterVersion } from '../matter.entity.ts';
import type { PublishedBatch } from '../published-batches.ts';
import { differenceOf, noDifference, type Difference } from './difference.ts';

const snapshotOf = ({ deps }: Call): CatalogSnapshot => deps.services.get(catalogKey).current();

/** Newest first, from memory. */
export function listPublishedBatches(
  call: Call,
  { after, limit }: Input<typeof opennessEndpoints.listPublishedBatches>['query'],
): Output<typeof opennessEndpoints.listPublishedBatches> {
  const batches = snapshotOf(call).batches.filter(({ number }) => after === undefined || number < after);
  const page = batches.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(presentBatch),
    ...(batches.length > limit && last !== undefined ? { next: String(last.number) } : {}),
  };
}

const presentBatch = ({ id: _id, publishedAt, ...batch }: PublishedBatch): PublishedBatchData => ({
  ...batch,
  publishedAt: publishedAt.toISOString(),
});

/** A batch with a page of what it changed: what was added, then what was changed, then what was retired, each by code. */
export async function getPublishedBatch(
  call: Call,
  number: number,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<Output<typeof opennessEndpoints.getPublishedBatch>> {
  const snapshot = snapshotOf(call);
  const batch = snapshot.batches.find((one) => one.number === number);
  if (batch === undefined) throw problem('record.not-found');
  const lines = [...(await versionLines(call.em, batch.id)), ...retiredLines(snapshot, batch.id)];
  const start = after === undefined ? 0 : lines.findIndex(({ code }) => code === after) + 1;
  const page = lines.slice(start, start + limit);
  const differences = await differencesOf(call.em, page);
  const last = page.at(-1);
  return {
    ...presentBatch(batch),
    changed: {
      items: page.map((line) => presentChange(snapshot, line, differences.get(line.code) ?? noDifference)),
      ...(start + limit < lines.length && last !== undefined ? { next: last.code } : {}),
    },
  };
}

interface Line {
  readonly operation: PublishedChangeData['operation'];
  readonly matterId: string;
  readonly code: string;
  readonly name: string;
  readonly departmentId: string;
  readonly version: number;
  readonly successorCode: string | null;
}

async function versionLines(em: Em, batchId: string): Promise<Line[]> {
  const versions = await em.find(
    MatterVersion,
    { batchId },
    { fields: ['matterId', 'version', 'name', 'departmentId'], disableIdentityMap: true },
  );
  const ids = versions.map(({ matterId }) => matterId);
  const matters = await em.find(Matter, { id: { $in: ids } }, { fields: ['code'], disableIdentityMap: true });
  const codes = new Map(matters.map(({ id, code }) => [id, code]));
  return versions
    .map(({ matterId, version, name, departmentId }) => ({
      operation: version === 1 ? ('add' as const) : ('change' as const),
      matterId,
      code: codes.get(matterId) ?? '',
      name,
      departmentId,
      version,
      successorCode: null,
    }))
    .sort((a, b) => a.operation.localeCompare(b.operation) || (a.code < b.code ? -1 : 1));
}

function retiredLines({ retired }: CatalogSnapshot, batchId: string): Line[] {
  return retired
    .filter((matter) => matter.batchId === batchId)
    .map(({ id, ...matter }) => ({ ...matter, operation: 'retire' as const, matterId: id }));
}

/** By code, in what changed matters differ from the version before. */
async function differencesOf(em: Em, lines: readonly Line[]): Promise<Map<string, Difference>> {
  const changed = lines.filter(({ operation }) => operation === 'change');
  const wanted = changed.flatMap(({ matterId, version }) => [
    { matterId, version },
    { matterId, version: version - 1 },
  ]);
  const versions = await findVersionsByNumber(em, wanted);
  return new Map(
    changed.map(({ code, matterId, version }) => {
      const [before, after] = [versions.get(`${matterId}/${version - 1}`), versions.get(`${matterId}/${version}`)];
      return [code, differenceOf(before, after)];
    }),
  );
}

function presentChange(snapshot: CatalogSnapshot, line: Line, difference: Difference): PublishedChangeData {
  const { operation, code, name, departmentId, version, successorCode } = line;
  return {
    operation,
    code,
    name,
    department: snapshot.findDepartment(departmentId)?.name ?? '',
    version,
    ...difference,
    successor: successorCode === null ? null : findNamed(snapshot, successorCode),
  };
}
