import { reformEndpoints } from '@yitang/contract';
import { routes } from '../../../platform/endpoint/index.ts';
import { getHighFrequencySet } from './get-high-frequency-set.ts';
import { getMatterVolume } from './get-matter-volume.ts';
import { listMatterCases } from './list-matter-cases.ts';

export const frequencyRoutes = routes(reformEndpoints, {
  getHighFrequencySet: ({ query }, call) => getHighFrequencySet(call, query),
  getMatterVolume: ({ params, query }, call) => getMatterVolume(call, params.code, query),
  listMatterCases: ({ params, query }, call) => listMatterCases(call, params.code, query),
});
