import { readSituation } from '#lib/features/matter/read-situation.ts';
import { api, toError } from '#lib/server/api.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const situation = readSituation(event.url.searchParams);
  return {
    id: event.params.id,
    isPhone: event.url.searchParams.get('view') === 'phone',
    situation,
    guide: await api(event)
      .previewMatterDraft({ params: { id: event.params.id }, query: { situation } })
      .catch(toError),
  };
};
