import { error } from '@sveltejs/kit';
import { importColumns, importKinds } from '#lib/features/admin/import-columns.ts';
import { csvOf, csvResponse } from '#lib/server/csv.ts';
import type { RequestHandler } from './$types';

/** An empty table with the right header; nothing in it is secret. */
export const GET: RequestHandler = ({ url }) => {
  const kind = importKinds.find((one) => one === url.searchParams.get('kind'));
  if (kind === undefined) error(404);
  const header = importColumns[kind].map(({ name }) => name);
  return csvResponse(csvOf([header]), `${kind}.csv`, `${kind}.csv`);
};
