import { caseEndpoints } from '@yitang/contract';
import { routes } from '../../platform/endpoint/index.ts';
import { copyLast } from './draft/copy-last.ts';
import { deleteDraft } from './draft/delete-draft.ts';
import { getDraft } from './draft/get-draft.ts';
import { listDrafts } from './draft/list-drafts.ts';
import { openDraft } from './draft/open-draft.ts';
import { precheckMatter } from './draft/precheck-matter.ts';
import { savePage } from './draft/save-page.ts';
import { acceptCase } from './handle/accept-case.ts';
import { approveCase } from './handle/approve-case.ts';
import { declineCase, refuseCase } from './handle/decide-against.ts';
import { approveExtension, declineExtension, extendCase, requestExtension } from './handle/extend-case.ts';
import { passCase } from './handle/pass-case.ts';
import { recordVisit } from './handle/record-visit.ts';
import { requestCorrection } from './handle/request-correction.ts';
import { revealFields } from './handle/reveal-fields.ts';
import { supplyCorrection } from './handle/supply-correction.ts';
import { resumeCase, suspendCase } from './handle/suspend-case.ts';
import { uploadCorrection } from './handle/upload-correction.ts';
import { withdrawCase } from './handle/withdraw-case.ts';
import { printMyNotice, printOfficeNotice } from './notice/print-notice.ts';
import { submitDraft } from './submit/submit-draft.ts';
import { drawTrackCode, trackCase } from './track/track-case.ts';
import { findCaseByNumber } from './view/find-case-by-number.ts';
import { getMyCase } from './view/get-my-case.ts';
import { getOfficeCase } from './view/get-office-case.ts';
import { listInbox } from './view/list-inbox.ts';
import { listMyCases } from './view/list-my-cases.ts';
import { readReceipt } from './view/read-receipt.ts';

export const caseRoutes = routes(caseEndpoints, {
  precheckMatter: ({ params }, call) => precheckMatter(call, params.code),
  openDraft: ({ body }, call) => openDraft(call, body),
  listDrafts: (_, call) => listDrafts(call),
  copyLastApplication: ({ params }, call) => copyLast(call, params.draftId),
  getDraft: ({ params, query }, call) => getDraft(call, params.draftId, query.page),
  savePage: ({ params, body }, call) => savePage(call, { ...params, ...body }),
  deleteDraft: async ({ params }, call) => void (await deleteDraft(call, params.draftId)),
  submitDraft: ({ params }, call) => submitDraft(call, params.draftId),
  listMyCases: ({ query }, call) => listMyCases(call, query),
  trackCase: ({ params }, call) => trackCase(call, params.token),
  drawTrackCode: ({ params }, call) => drawTrackCode(call, params.id),
  findCaseByNumber: ({ params }, call) => findCaseByNumber(call, params.number),
  getMyCase: ({ params }, call) => getMyCase(call, params.id),
  supplyCorrection: ({ params, body }, call) => supplyCorrection(call, { caseId: params.id, ...body }),
  uploadCorrection: ({ params }, call) =>
    uploadCorrection(call, { caseId: params.id, requirementKey: params.requirementKey }),
  withdrawCase: ({ params, body }, call) => withdrawCase(call, { caseId: params.id, ...body }),
  readReceipt: ({ params }, call) => readReceipt(call, params.id),
  printMyNotice: ({ params, query }, call) => printMyNotice(call, params.id, query.kind),
  printOfficeNotice: ({ params, query }, call) => printOfficeNotice(call, params.id, query.kind),
  listInbox: ({ query }, call) => listInbox(call, query),
  getOfficeCase: ({ params }, call) => getOfficeCase(call, params.id),
  acceptCase: ({ params, body }, call) => acceptCase(call, { caseId: params.id, ...body }),
  requestCorrection: ({ params, body }, call) => requestCorrection(call, { caseId: params.id, ...body }),
  refuseCase: ({ params, body }, call) => refuseCase(call, { caseId: params.id, ...body }),
  passCase: ({ params, body }, call) => passCase(call, { caseId: params.id, ...body }),
  approveCase: ({ params, body }, call) => approveCase(call, { caseId: params.id, ...body }),
  declineCase: ({ params, body }, call) => declineCase(call, { caseId: params.id, ...body }),
  suspendCase: ({ params, body }, call) => suspendCase(call, { caseId: params.id, ...body }),
  resumeCase: ({ params, body }, call) => resumeCase(call, { caseId: params.id, ...body }),
  requestExtension: ({ params, body }, call) => requestExtension(call, { caseId: params.id, ...body }),
  extendCase: ({ params, body }, call) => extendCase(call, { caseId: params.id, ...body }),
  approveExtension: ({ params, body }, call) => approveExtension(call, { caseId: params.id, ...body }),
  declineExtension: ({ params, body }, call) => declineExtension(call, { caseId: params.id, ...body }),
  recordVisit: ({ params, body }, call) => recordVisit(call, { caseId: params.id, ...body }),
  revealFields: ({ params, body }, call) => revealFields(call, { caseId: params.id, ...body }),
});
