import { editorEndpoints } from '@yitang/contract';
import { routes } from '../../../platform/endpoint/index.ts';
import { findDraftFaults } from './find-draft-faults.ts';
import { getConsole } from './get-console.ts';
import { listChoices } from './list-choices.ts';
import { printCertificateSample } from './print-certificate-sample.ts';
import { printDraftGuide } from '../print-guide.ts';
import { previewDraft } from './preview-draft.ts';

export const editorRoutes = routes(editorEndpoints, {
  getCatalogConsole: (_input, call) => getConsole(call),
  getEditorChoices: (_input, call) => listChoices(call),
  getRouteFaults: ({ params }, call) => findDraftFaults(call, params.id),
  printCertificateSample: ({ params }, call) => printCertificateSample(call, params.id),
  previewMatterDraft: ({ params, query }, call) => previewDraft(call, params.id, query.situation),
  printDraftGuide: ({ params, query }, call) => printDraftGuide(call, params.id, query),
});
