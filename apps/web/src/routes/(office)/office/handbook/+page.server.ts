import { redirect } from '@sveltejs/kit';
import { api, toError } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const wanted = event.url.searchParams.get('code');
  if (wanted) redirect(303, `/office/handbook/${encodeURIComponent(wanted)}`);
  return { handbooks: await api(event).listHandbooks().catch(toError) };
};
