import { readSituation } from '#lib/features/matter/read-situation.ts';
import { api, toError } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

/** The guide as a page of its own, for the phone that the preview draws around it. */
export const load: PageServerLoad = async (event) => {
  event.locals.mayBeFramed = true;
  const situation = readSituation(event.url.searchParams);
  return {
    situation,
    guide: await api(event)
      .previewMatterDraft({ params: { id: event.params.id }, query: { situation } })
      .catch(toError),
  };
};
