import { redirect } from '@sveltejs/kit';
import { api, toError } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const client = api(event);
  const { params } = event;
  const view = await client.getCatalogImport({ params }).catch(toError);
  if (view.outcome || !view.isMapped) redirect(303, `/console/import/${params.id}`);
  return { view, check: await client.checkCatalogImport({ params }).catch(toError) };
};
