import { redirect } from '@sveltejs/kit';
import { ApiError } from '@yitang/contract';
import { api } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

/** From a number that somebody typed to the case, where it is one that they may see. */
export const load: PageServerLoad = async (event) => {
  const { number } = event.params;
  const found = await api(event)
    .findCaseByNumber({ params: { number } })
    .catch((refused: unknown) => {
      if (refused instanceof ApiError && refused.problem.code === 'record.not-found') return undefined;
      throw refused;
    });
  if (found !== undefined) redirect(303, `/${found.place === 'mine' ? 'my' : 'office'}/cases/${found.id}`);
  return { number };
};
