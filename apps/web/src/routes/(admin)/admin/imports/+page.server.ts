import { importKinds, type ImportKind } from '#lib/features/admin/import-columns.ts';
import { requireAdministrator } from '#lib/features/admin/require-administrator.ts';
import { api, toFail } from '#lib/server/api.ts';
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
    const form = await event.request.formData();
    const file = form.get('file');
    if (!(file instanceof File) || file.size === 0) return { isFileMissing: true };
    const body = new FormData();
    body.append('file', file, file.name);
    return api(event)
      .importFile({
        params: { kind: kindIn(event.url.searchParams) },
        query: { dryRun: form.get('step') === 'apply' ? '0' : '1' },
        form: body,
      })
      .then((report) => ({ report }))
      .catch((refused: unknown) => toFail(refused));
  },
};
