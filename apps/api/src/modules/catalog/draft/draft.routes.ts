import { consoleEndpoints } from '@yitang/contract';
import { routes } from '../../../platform/endpoint/index.ts';
import { actOnDraft } from './act-on-draft.ts';
import { createDraft } from './create-draft.ts';
import { getDraft } from './get-draft.ts';
import { listDrafts } from './list-drafts.ts';
import { saveDraft } from './save-draft.ts';

export const draftRoutes = routes(consoleEndpoints, {
  listMatterDrafts: ({ query }, call) => listDrafts(call, query),
  createMatterDraft: ({ body }, call) => createDraft(call, body),
  getMatterDraft: ({ params }, call) => getDraft(call, params.id),
  saveMatterDraft: ({ params, body }, call) => saveDraft(call, params.id, body),
  actOnMatterDraft: ({ params, body }, call) => actOnDraft(call, params.id, body),
});
