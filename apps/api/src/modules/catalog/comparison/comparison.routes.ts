import { comparisonEndpoints } from '@yitang/contract';
import { routes } from '../../../platform/endpoint/index.ts';
import { compareDraft, compareVersions } from './compare-versions.ts';
import { getDraftImpact } from './get-draft-impact.ts';

export const comparisonRoutes = routes(comparisonEndpoints, {
  compareVersions: ({ query }, call) => compareVersions(call, query),
  compareDraft: ({ params }, call) => compareDraft(call, params.id),
  getDraftImpact: ({ params }, call) => getDraftImpact(call, params.id),
});
