import { listImportEndpoints } from '@yitang/contract';
import { routes } from '../../../platform/endpoint/index.ts';
import { applyList } from './apply-list.ts';
import { checkList, compareList, makeTemplate, markList } from './check-list.ts';
import { discardList } from './discard-list.ts';
import { getImport, listImports } from './get-import.ts';
import { mapColumns } from './map-columns.ts';
import { uploadList } from './upload-list.ts';

export const listImportRoutes = routes(listImportEndpoints, {
  listCatalogImports: (_, call) => listImports(call),
  uploadCatalogImport: (_, call) => uploadList(call),
  getImportTemplate: (_, call) => makeTemplate(call),
  getCatalogImport: ({ params, query }, call) => getImport(call, params.id, query.table),
  mapCatalogImport: async ({ params, body }, call) => {
    await mapColumns(call, params.id, body);
    return undefined;
  },
  checkCatalogImport: ({ params }, call) => checkList(call, params.id),
  compareCatalogImport: ({ params, query }, call) => compareList(call, params.id, query),
  getMarkedImport: ({ params }, call) => markList(call, params.id),
  applyCatalogImport: ({ params, body }, call) => applyList(call, params.id, body),
  discardCatalogImport: async ({ params }, call) => {
    await discardList(call, params.id);
    return undefined;
  },
});
