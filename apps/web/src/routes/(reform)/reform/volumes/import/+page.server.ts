import { api, toFail } from '#lib/server/api.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const file = form.get('file');
    const isConfirmed = form.get('isConfirmed') !== null;
    if (!(file instanceof File) || file.size === 0) return { isFileMissing: true, isConfirmed };
    const upload = new FormData();
    upload.append('file', file, file.name);
    const query = {
      dryRun: form.get('step') === 'apply' ? '0' : '1',
      confirmed: isConfirmed ? '1' : '0',
    } as const;
    return api(event)
      .importVolumes({ query, form: upload })
      .then((report) => ({ report, isConfirmed }))
      .catch((refused: unknown) => toFail(refused, { isConfirmed }));
  },
};
