import { error, redirect } from '@sveltejs/kit';
import { api, toError, toFail } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const client = api(event);
  const [current, form] = await Promise.all([
    client.getMyCase({ params: { id: event.params.id } }).catch(toError),
    client.getRatingForm().catch(toError),
  ]);
  if (!current.availableActions.includes('rate') && current.rating === null)
    error(404, { message: '这个办件现在还不能评价。' });
  return { current, levels: form.levels };
};

export const actions: Actions = {
  rate: async (event) => {
    const { id } = event.params;
    const form = await event.request.formData();
    const text = String(form.get('text') ?? '').trim();
    const trips = form.get('trips');
    const kept = {
      level: String(form.get('level') ?? ''),
      tags: form.getAll('tags').map(String),
      text,
      trips: trips === null ? '' : String(trips),
      tripCause: String(form.get('tripCause') ?? ''),
    };
    const rated = await api(event)
      .rateCase({
        params: { id },
        body: {
          level: Number(kept.level),
          tags: kept.tags,
          ...(text === '' ? {} : { text }),
          ...(kept.trips === '' ? {} : { trips: Number(kept.trips) }),
          // The API refuses what is not in its list, with a sentence.
          ...(kept.tripCause === '' ? {} : { tripCause: kept.tripCause as 'other' }),
        },
      })
      .catch((refused: unknown) => toFail(refused, { kept }));
    if ('message' in rated || !('trips' in rated)) return rated;
    redirect(303, `/my/cases/${id}?rated`);
  },
  dismiss: async (event) => {
    const { id } = event.params;
    await api(event).dismissRating({ params: { id } }).catch(toError);
    redirect(303, `/my/cases/${id}`);
  },
};
