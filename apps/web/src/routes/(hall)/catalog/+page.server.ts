import type { CatalogIndexData } from '@yitang/contract';
import { redirect } from '@sveltejs/kit';
import { api, type FormFailure } from '#lib/server/api.ts';
import { toRefusedQuery } from '#lib/server/refused-query.ts';
import type { PageServerLoad } from './$types';

const names = ['on', 'letter', 'department', 'audience', 'life'] as const;

interface Shown {
  readonly chosen: Readonly<Record<string, string>>;
  readonly catalog: CatalogIndexData;
  readonly issues: FormFailure['issues'];
}

export const load: PageServerLoad = async (event): Promise<Shown> => {
  event.locals.cachePublic = true;
  const chosen: Record<string, string> = {};
  for (const name of names) {
    const value = event.url.searchParams.get(name)?.trim();
    if (value) chosen[name] = value;
  }
  const client = api(event);
  const catalog = await client.getCatalogIndex({ query: chosen }).catch(toRefusedQuery);
  if ('total' in catalog) return { chosen, catalog, issues: [] };
  // A day to come, or no day: what was chosen is said to be wrong beside the catalog of today.
  const today = await client.getCatalogIndex().catch(toRefusedQuery);
  if (!('total' in today)) redirect(303, '/catalog');
  return { chosen: {}, catalog: today, issues: catalog.issues };
};
