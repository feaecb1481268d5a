import { createClient, endpoints } from '@yitang/contract';
import { askingFor } from '../lib/server/ask-api.ts';
import { getSite } from '../lib/server/site.ts';
import { preferenceCookies } from '../lib/shell/preferences.ts';
import type { LayoutServerLoad } from './$types';

const ownCookies: readonly string[] = Object.values(preferenceCookies);

/** What every page has: who is here, whose site this is, and how it is to be shown. */
export const load: LayoutServerLoad = async (event) => {
  const { locals, cookies, depends } = event;
  depends('yitang:preferences');
  const ask = askingFor(event);
  const mayBeSignedIn = cookies.getAll().some(({ name }) => !ownCookies.includes(name));
  const [site, me] = await Promise.all([
    getSite(ask),
    // Where nobody is signed in any more, or the API does not answer, the header shows a visitor; the page's own load says so.
    mayBeSignedIn
      ? createClient(endpoints, ask)
          .getGreeting()
          .catch(() => null)
      : null,
  ]);
  return { site, me, preferences: locals.preferences };
};
