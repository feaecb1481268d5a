import { redirect } from '@sveltejs/kit';
import { readSituation } from '#lib/features/matter/read-situation.ts';
import { api, toError, toFail, withoutActionName } from '#lib/server/api.ts';
import { safeReturnPath } from '#lib/shell/return-path.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  event.locals.cachePublic = true;
  const search = event.url.searchParams;
  const situation = readSituation(search);
  const version = search.get('version') ?? undefined;
  const { code } = event.params;
  const [guide, { me }] = await Promise.all([
    api(event).getMatter({ params: { code }, query: { version, situation } }).catch(toError),
    event.parent(),
  ]);
  return {
    situation,
    guide,
    /** Whoever comes from an application that cannot be gone on with. */
    isDraftKept: search.get('draft') === 'kept',
    isKept: me?.dues.kept.includes(guide.code) ?? false,
    /** What a form action is followed by, to come back to the same address. */
    search: withoutActionName(search).replace('?', '&'),
  };
};

type Act = 'addFavourite' | 'removeFavourite';

/** A visitor is sent to sign in, and comes back to the guide; who acts in a list comes back to that. */
async function change(event: RequestEvent, act: Act) {
  const from = (await event.request.formData()).get('from');
  const here = event.url.pathname + withoutActionName(event.url.searchParams);
  const refused = await api(event)
    [act]({ params: { code: event.params.code } })
    .then(() => undefined)
    .catch((reason: unknown) => toFail(reason));
  return refused ?? redirect(303, from === null ? here : safeReturnPath(from));
}

export const actions: Actions = {
  keep: (event) => change(event, 'addFavourite'),
  drop: (event) => change(event, 'removeFavourite'),
};
