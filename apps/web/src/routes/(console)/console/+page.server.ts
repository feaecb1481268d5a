import { fail } from '@sveltejs/kit';
import { readDraftView } from '#lib/features/catalog-editor/draft-view.ts';
import { handOn, readDraftValue, stepOnFrom } from '#lib/features/catalog-editor/hand-on.ts';
import { api, toError } from '#lib/server/api.ts';
import { toRefusedQuery } from '#lib/server/refused-query.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const client = api(event);
  const view = readDraftView(event.url.searchParams);
  const [console, drafts] = await Promise.all([
    client.getCatalogConsole().catch(toError),
    client.listMatterDrafts({ query: { ...view, limit: 30 } }).catch(toRefusedQuery),
  ]);
  return 'items' in drafts
    ? { view, console, drafts, issues: [] }
    : { view, console, drafts: { items: [], next: undefined }, issues: drafts.issues };
};

export const actions: Actions = {
  handOn: async (event) => {
    const form = await event.request.formData();
    const action = stepOnFrom(readDraftView(event.url.searchParams).status);
    const note = String(form.get('note') ?? '').trim();
    const drafts = form
      .getAll(form.get('which') === 'all' ? 'all' : 'chosen')
      .map(String)
      .map(readDraftValue);
    if (action === undefined || drafts.length === 0) return fail(422, { note, isNothingChosen: true });
    const handed = await handOn(api(event), { action, drafts, note: note === '' ? null : note });
    return handed.noteError === undefined ? handed : fail(422, { ...handed, note });
  },
};
