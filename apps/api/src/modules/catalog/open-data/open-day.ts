import type { Input, openDataEndpoints } from '@yitang/contract';
import type { Call } from '../../../platform/endpoint/index.ts';
import { catalogOn, type CatalogDay } from '../catalog-on.ts';
import type { PublishedBatch, RetiredMatter } from '../published-batches.ts';
import type { PublishedMatter } from '../published-matter.ts';

/** A day of the catalog with what every format needs beside it. */
export interface OpenDay extends CatalogDay {
  /** Address of the site, without a slash at the end. */
  readonly origin: string;
  readonly university: string;
  readonly timeZone: string;
  readonly departmentName: (departmentId: string) => string | undefined;
  readonly departmentOf: (matter: { readonly departmentId: string }) => string;
  readonly batchOf: (published: PublishedMatter | RetiredMatter) => PublishedBatch | undefined;
  readonly addressOf: (matter: { readonly code: string }) => string;
}

export async function openDay(
  call: Call,
  { on }: Input<typeof openDataEndpoints.getOpenCatalog>['query'],
): Promise<OpenDay> {
  const day = await catalogOn(call, on);
  const { config } = call.deps;
  const origin = config.origin.replace(/\/$/, '');
  const batches = new Map(day.batches.map((batch) => [batch.id, batch]));
  return {
    ...day,
    origin,
    university: config.university.name,
    timeZone: config.timeZone,
    departmentName: (departmentId) => day.snapshot.findDepartment(departmentId)?.name,
    departmentOf: ({ departmentId }) => day.snapshot.findDepartment(departmentId)?.name ?? '',
    batchOf: ({ batchId }) => batches.get(batchId),
    addressOf: ({ code }) => `${origin}/matters/${encodeURIComponent(code)}`,
  };
}
