import { importKinds, type ImportKind } from '#lib/features/admin/import-columns.ts';
import { requireAdministrator } from '#lib/features/admin/require-administrator.ts';
import { api } from '#lib/server/api.ts';
import { importSheet } from '#lib/server/import-sheet.ts';
import type { Actions, PageServerLoad } from './$types';

const kindIn = (search: URLSearchParams): ImportKind =>
  importKinds.find((kind) => kind === search.get('kind')) ?? 'departments';

export const load: PageServerLoad = async ({ url, parent }) => {
  requireAdministrator((await parent()).me, url);
  return { kind: kindIn(url.searchParams) };
};

export const actions: Actions = {
  /** Without script; with it the page sends the file to the API by itself. */
  import: (event) => {
    const params = { kind: kindIn(event.url.searchParams) };
    return importSheet(event, ({ dryRun, form }) => api(event).importFile({ params, query: { dryRun }, form }));
  },
};
