import { powerColumns } from '#lib/features/catalog-power/power-columns.ts';
import { csvOf, csvResponse } from '#lib/server/csv.ts';
import type { RequestHandler } from './$types';

/** An empty table with the right header; nothing in it is secret. */
export const GET: RequestHandler = () =>
  csvResponse(csvOf([powerColumns.map(({ name }) => name)]), '小微权力导入模板.csv', 'powers.csv');
