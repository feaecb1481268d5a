import { api } from '#lib/server/api.ts';
import { importSheet } from '#lib/server/import-sheet.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  import: (event) => {
    const confirmed = event.url.searchParams.get('confirmed') === '1' ? '1' : '0';
    return importSheet(event, ({ dryRun, form }) => api(event).importVolumes({ query: { dryRun, confirmed }, form }));
  },
};
