import type { Input, openDataEndpoints } from '@yitang/contract';
import type { Call } from '../../../platform/endpoint/index.ts';
import { catalogOn, type CatalogDay } from '../catalog-on.ts';
import type { PublishedBatch } from '../published-batches.ts';
import { RowHistoryReader, type RowHistories } from './row-history.ts';

/** A day of the catalog with what every format needs beside it. */
export interface OpenDay extends CatalogDay {
  /** Address of the site, without a slash at the end. */
  readonly origin: string;
  readonly university: string;
  readonly timeZone: string;
  readonly departmentName: (departmentId: string) => string | undefined;
  readonly departmentOf: (matter: { readonly departmentId: string }) => string;
  readonly batchOf: (published: { readonly batchId: string }) => PublishedBatch | undefined;
  readonly addressOf: (matter: { readonly code: string }) => string;
}

/** What publications up to that day did to the rows of the exchange tables. */
export async function rowHistoriesOf(call: Call, day: OpenDay): Promise<RowHistories> {
  return day.on === day.today ? day.snapshot.rowHistories : new RowHistoryReader().read(call.em, day);
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
