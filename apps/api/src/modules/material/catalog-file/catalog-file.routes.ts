import { catalogFileEndpoints } from '@yitang/contract';
import { routes } from '../../../platform/endpoint/index.ts';
import { readCatalogFile } from './read-catalog-file.ts';
import { uploadCatalogFile } from './upload-catalog-file.ts';

export const catalogFileRoutes = routes(catalogFileEndpoints, {
  uploadCatalogFile: (_input, call) => uploadCatalogFile(call),
  readCatalogFile: ({ params }, call) => readCatalogFile(call, params.id),
});
