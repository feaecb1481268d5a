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
    // Where the API does not answer, the page's own load says so; the header then shows a visitor.
    mayBeSignedIn
      ? createClient(endpoints, fetch)
          .getMe()
          .catch(() => null)
      : null,
  ]);
  return { site, me: me?.isSignedIn ? me : null, preferences: locals.preferences };
};
