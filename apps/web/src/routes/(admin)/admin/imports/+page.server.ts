import { importKinds, type ImportKind } from '#lib/features/admin/import-columns.ts';
import { requireAdministrator } from '#lib/features/admin/require-administrator.ts';
import { api, toFail } from '#lib/server/api.ts';
import { passForm } from '#lib/server/form-body.ts';
import type { Actions, PageServerLoad } from './$types';

const kindIn = (search: URLSearchParams): ImportKind =>
  importKinds.find((kind) => kind === search.get('kind')) ?? 'departments';

export const load: PageServerLoad = async ({ url, parent }) => {
  requireAdministrator((await parent()).me, url);
  return { kind: kindIn(url.searchParams) };
};

export const actions: Actions = {
  /** Without script; with it the page sends the file to the API by itself. */
  import: async (event) => {
    const { searchParams } = event.url;
    const query = { dryRun: searchParams.get('step') === 'apply' ? '0' : '1' } as const;
    return passForm(event.request, (form) =>
      api(event).importFile({ params: { kind: kindIn(searchParams) }, query, form }),
    )
      .then((report) => ({ report }))
      .catch((refused: unknown) => toFail(refused));
  },
};
