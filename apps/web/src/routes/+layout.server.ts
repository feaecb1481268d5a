import { createClient, endpoints } from '@yitang/contract';
import { getSite } from '../lib/server/site.ts';
import { preferenceCookies } from '../lib/shell/preferences.ts';
import type { LayoutServerLoad } from './$types';

const ownCookies: readonly string[] = Object.values(preferenceCookies);

/** What every page has: who is here, whose site this is, and how it is to be shown. */
export const load: LayoutServerLoad = async ({ locals, cookies, fetch, depends }) => {
  depends('yitang:preferences');
  const mayBeSignedIn = cookies.getAll().some(({ name }) => !ownCookies.includes(name));
  const [site, me] = await Promise.all([
    getSite(fetch),
    // Where nobody is signed in any more, or the API does not answer, the header shows a visitor; the page's own load says so.
    mayBeSignedIn
      ? createClient(endpoints, fetch)
          .getGreeting()
          .catch(() => null)
      : null,
  ]);
  return { site, me, preferences: locals.preferences };
};
