import { error, redirect } from '@sveltejs/kit';
import type { GreetingData } from '@yitang/contract';
import { signInPath } from '#lib/server/api.ts';

/** For pages that ask the API nothing before a form is sent: what it would refuse then is refused now. */
export function requireAdministrator(me: GreetingData | null, url: URL): void {
  if (me === null) redirect(303, signInPath(url));
  if (me.activeRole !== 'administrator') error(403);
}
