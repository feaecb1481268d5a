import { baselineColumns } from '#lib/features/reform-reduction/baseline-columns.ts';
import { csvOf, csvResponse } from '#lib/server/csv.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () =>
  csvResponse(csvOf([baselineColumns.map(({ name }) => name)]), '纸面基线模板.csv', 'baseline-template.csv');
