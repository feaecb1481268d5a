import { frequencyEndpoints, reformEndpoints } from '@yitang/contract';
import { routes } from '../../../platform/endpoint/index.ts';
import { exportSet } from './export-set.ts';
import { freezeSet } from './freeze-set.ts';
import { getRule, setRule } from './frequency-rule.ts';
import { getFrozenSet, listFrozenSets, readFrozenFile } from './frozen-sets.ts';
import { repeatHighFrequencySet } from './get-high-frequency-set.ts';
import { getMatterVolume } from './get-matter-volume.ts';
import { explainFrequency, getMoves } from './get-moves.ts';
import { listMatterCases } from './list-matter-cases.ts';

const figureRoutes = routes(reformEndpoints, {
  getHighFrequencySet: ({ query }, call) => repeatHighFrequencySet(call, query),
  getMatterVolume: ({ params, query }, call) => getMatterVolume(call, params.code, query),
  listMatterCases: ({ params, query }, call) => listMatterCases(call, params.code, query),
});

const setRoutes = routes(frequencyEndpoints, {
  getFrequencyMoves: ({ query }, call) => getMoves(call, query),
  exportHighFrequencyXlsx: ({ query }, call) => exportSet(call, query),
  explainFrequency: ({ params, query }, call) => explainFrequency(call, params.code, query),
  getFrequencyRule: (_input, call) => getRule(call),
  setFrequencyRule: ({ body }, call) => setRule(call, body),
  freezeFrequencySet: ({ body }, call) => freezeSet(call, body),
  listFrozenSets: (_input, call) => listFrozenSets(call),
  getFrozenSet: ({ params }, call) => getFrozenSet(call, params.number),
  readFrozenDocument: ({ params }, call) => readFrozenFile(call, params.number, 'document'),
  readFrozenSignature: ({ params }, call) => readFrozenFile(call, params.number, 'signature'),
  readFrozenKey: ({ params }, call) => readFrozenFile(call, params.number, 'key'),
});

export const frequencyRoutes = [...figureRoutes, ...setRoutes];
