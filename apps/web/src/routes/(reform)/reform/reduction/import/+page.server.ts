import { api, toFail } from '#lib/server/api.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const file = form.get('file');
    if (!(file instanceof File) || file.size === 0) return { isFileMissing: true };
    const upload = new FormData();
    upload.append('file', file, file.name);
    return api(event)
      .importBaselines({ query: { dryRun: form.get('step') === 'apply' ? '0' : '1' }, form: upload })
      .then((report) => ({ report }))
      .catch((refused: unknown) => toFail(refused));
  },
};
