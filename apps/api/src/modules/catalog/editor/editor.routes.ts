import { editorEndpoints } from '@yitang/contract';
import { routes } from '../../../platform/endpoint/index.ts';
import { getConsole } from './get-console.ts';

export const editorRoutes = routes(editorEndpoints, {
  getCatalogConsole: (_, call) => getConsole(call),
});
