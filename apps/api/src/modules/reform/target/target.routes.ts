import { exclusionEndpoints, targetEndpoints } from '@yitang/contract';
import { routes } from '../../../platform/endpoint/index.ts';
import { changeTarget, createTarget, retireTarget } from './change-target.ts';
import { evaluateTargets } from './evaluate-targets.ts';
import { actOnExclusion, requestExclusion } from './exclusions.ts';
import { exportTargetCsv, exportTargetXlsx } from './export-evidence.ts';
import { getTarget } from './get-target.ts';
import { listExclusions } from './list-exclusions.ts';
import { listFigureMatters } from './list-figure-matters.ts';
import { listTargetMatters } from './list-target-matters.ts';
import { addTargetRecord, withdrawTargetRecord } from './record-evidence.ts';
import { listWhatIfMatters } from './list-what-if-matters.ts';
import { getWhatIf } from './what-if.ts';

export const targetRoutes = [
  ...routes(targetEndpoints, {
    getTargets: ({ query }, call) => evaluateTargets(call, query),
    createTarget: ({ body }, call) => createTarget(call, body),
    getTarget: ({ params, query }, call) => getTarget(call, params.key, query),
    changeTarget: ({ params, body }, call) => changeTarget(call, params.key, body),
    retireTarget: ({ params, body }, call) => retireTarget(call, params.key, body),
    listTargetMatters: ({ params, query }, call) => listTargetMatters(call, params.key, query),
    listFigureMatters: ({ params, query }, call) => listFigureMatters(call, params.figure, query),
    addTargetRecord: ({ body }, call) => addTargetRecord(call, body),
    withdrawTargetRecord: async ({ params }, call) => void (await withdrawTargetRecord(call, params.id)),
    getWhatIf: ({ query }, call) => getWhatIf(call, query),
    listWhatIfMatters: ({ query }, call) => listWhatIfMatters(call, query),
    exportTargetCsv: ({ query }, call) => exportTargetCsv(call, query),
    exportTargetXlsx: ({ query }, call) => exportTargetXlsx(call, query),
  }),
  ...routes(exclusionEndpoints, {
    listExclusions: ({ query }, call) => listExclusions(call, query),
    requestExclusion: ({ body }, call) => requestExclusion(call, body),
    actOnExclusion: ({ params, body }, call) => actOnExclusion(call, params.id, body),
  }),
];
