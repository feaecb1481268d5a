import { redirect } from '@sveltejs/kit';
import { api, toError } from '../../lib/server/api.ts';
import { homeOf } from '../../lib/shell/navigation.ts';
import { safeReturnPath } from '../../lib/shell/return-path.ts';
import type { RequestHandler } from './$types';

/** Acts in another granted role from now on, and begins where that role works or where the form came from. */
export const POST: RequestHandler = async (event) => {
  const form = await event.request.formData();
  const grantId = form.get('grantId');
  const body = { grantId: typeof grantId === 'string' && grantId !== '' ? grantId : null };
  const me = await api(event).switchRole({ body }).catch(toError);
  const wanted = form.get('return');
  redirect(303, wanted === null ? homeOf(me.activeRole) : safeReturnPath(wanted));
};
