import { reductionEndpoints } from '@yitang/contract';
import { routes } from '../../../platform/endpoint/index.ts';
import { exportCsv, exportXlsx } from './export-reduction.ts';
import { getMatterReduction } from './get-matter-reduction.ts';
import { getReduction } from './get-reduction.ts';
import { importBaselines } from './import-baselines.ts';
import { recordBaseline } from './record-baseline.ts';

export const reductionRoutes = routes(reductionEndpoints, {
  getReduction: ({ query }, call) => getReduction(call, query),
  exportReductionCsv: ({ query }, call) => exportCsv(call, query),
  exportReductionXlsx: ({ query }, call) => exportXlsx(call, query),
  getMatterReduction: ({ params, query }, call) => getMatterReduction(call, params.code, query),
  recordBaseline: ({ params, body }, call) => recordBaseline(call, params.code, body),
  importBaselines: ({ query }, call) => importBaselines(call, query.dryRun === '1'),
});
