import { readDraftView } from '#lib/features/catalog-editor/draft-view.ts';
import { api, toError } from '#lib/server/api.ts';
import { toRefusedQuery } from '#lib/server/refused-query.ts';
import type { PageServerLoad } from './$types';

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
