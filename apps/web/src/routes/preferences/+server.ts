import { redirect } from '@sveltejs/kit';
import { chosenCookies } from '../../lib/shell/preferences.ts';
import { safeReturnPath } from '../../lib/shell/return-path.ts';
import type { RequestHandler } from './$types';

const aYear = 365 * 24 * 60 * 60;

/** Keeps how somebody wants to see the site, and goes back to the page it was chosen on. */
export const POST: RequestHandler = async ({ request, cookies, url }) => {
  const form = await request.formData();
  for (const { name, value } of chosenCookies(form)) {
    cookies.set(name, value, {
      path: '/',
      maxAge: aYear,
      sameSite: 'lax',
      httpOnly: true,
      secure: url.protocol === 'https:',
    });
  }
  if (request.headers.get('accept') === 'application/json') return new Response(null, { status: 204 });
  redirect(303, safeReturnPath(form.get('return')));
};
