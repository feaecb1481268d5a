import { redirect } from '@sveltejs/kit';
import { api, toError } from '../../lib/server/api.ts';
import { homeOf } from '../../lib/shell/navigation.ts';
import type { RequestHandler } from './$types';

/** Acts in another granted role from now on, and begins where that role works. */
export const POST: RequestHandler = async (event) => {
  const grantId = (await event.request.formData()).get('grantId');
  const body = { grantId: typeof grantId === 'string' && grantId !== '' ? grantId : null };
  const me = await api(event).switchRole({ body }).catch(toError);
  redirect(303, homeOf(me.activeRole));
};
