import { materialEndpoints } from '@yitang/contract';
import { routes } from '../../platform/endpoint/index.ts';
import { checkCertificate } from './certificate/check-certificate.ts';
import { readCertificate } from './certificate/read-certificate.ts';
import { revokeCertificate } from './certificate/revoke-certificate.ts';
import { readMaterial } from './upload/read-material.ts';
import { removeMaterial } from './upload/remove-material.ts';
import { uploadMaterial } from './upload/upload-material.ts';

export const materialRoutes = routes(materialEndpoints, {
  uploadMaterial: ({ params }, call) => uploadMaterial(call, params),
  removeMaterial: async ({ params }, call) => void (await removeMaterial(call, params.draftId, params.materialId)),
  readMaterial: ({ params }, call) => readMaterial(call, params.id),
  readCertificate: ({ params }, call) => readCertificate(call, params.id),
  checkCertificate: ({ params }, call) => checkCertificate(call, params.code),
  revokeCertificate: async ({ params, body }, call) => void (await revokeCertificate(call, params.id, body.reason)),
});
