import type { ApiModule } from '../../platform/endpoint/index.ts';
import { catalogFileRoutes } from './catalog-file/catalog-file.routes.ts';
import { issueCertificate } from './certificate/issue-certificate.ts';
import { materialRoutes } from './material.routes.ts';
import { checkSeal, createPrinter, printerKey } from './print/index.ts';
import { createInspector, inspectorKey } from './upload/inspector.ts';
import { createUploadSlots, uploadSlotsKey } from './upload/upload-slots.ts';
import { rescanMaterials } from './upload/rescan-materials.ts';

const slotLimits = { atOnce: 8, atOnceForOne: 3, waiting: 500, patienceMs: 60_000 };

export const materialModule: ApiModule = {
  name: 'material',
  routes: [...materialRoutes, ...catalogFileRoutes],
  provide: ({ services, config }) => {
    services.provide(printerKey, createPrinter(config));
    services.provide(inspectorKey, createInspector());
    services.provide(uploadSlotsKey, createUploadSlots(slotLimits));
  },
  registerJobs: (jobs) => {
    jobs.register('certificate.issue', issueCertificate);
  },
  registerCron: (jobs) => {
    jobs.schedule('material.rescan', '* * * * *', rescanMaterials);
  },
  start: async ({ config }) => checkSeal(config),
  stop: async ({ services }) => {
    await Promise.all([services.get(printerKey).close(), services.get(inspectorKey).close()]);
  },
};
