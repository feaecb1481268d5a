import { api } from '#lib/server/api.ts';
import { importSheet } from '#lib/server/import-sheet.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  import: (event) =>
    importSheet(event, ({ dryRun, form }) => api(event).importPowerEntries({ query: { dryRun }, form })),
};
