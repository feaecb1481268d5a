export {
  casesForMaterialKey,
  type CasesForMaterial,
  type CertificateNote,
  type CertificateOrder,
  type UploadRequirement,
} from './cases-for-material.ts';
export { findCertificate, findCertificates, type CertificateFacts } from './certificate/find-certificate.ts';
export { renderCertificateSample } from './certificate/render-sample.ts';
export { renderReceipt, type ReceiptData } from './certificate/render-receipt.ts';
export { sweepCatalogFiles } from './catalog-file/sweep-catalog-files.ts';
export { filesOfNewCase, removeMaterials, retireMaterials } from './change-materials.ts';
export { countDraftFiles, draftFileColumns, draftFilesJoin, readDraftFiles, type DraftFileRow } from './draft-files.ts';
export { listMaterials, listMaterialsOf, type MaterialRow } from './list-materials.ts';
export { materialModule } from './material.module.ts';
export { presentMaterial } from './material.presenter.ts';
export type { UploadTarget } from './upload/add-material.ts';
export { drawQr, renderPaper } from './print/index.ts';
export { mediaTypes, openMaterial } from './upload/read-material.ts';
export { receiveFile, receiveUpload, type ReceivedFile } from './upload/receive-upload.ts';
