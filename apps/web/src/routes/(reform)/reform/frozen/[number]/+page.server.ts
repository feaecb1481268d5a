import { error } from '@sveltejs/kit';
import { api, toError } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const number = Number(event.params.number);
  if (!Number.isSafeInteger(number) || number < 1) error(404);
  return { set: await api(event).getFrozenSet({ params: { number } }).catch(toError) };
};
