import type { PageServerLoad } from './$types';

const causes = {
  'ticket-refused': 401,
  'cookie-lost': 401,
  'cas-unavailable': 503,
  'service-unavailable': 503,
  'not-admitted': 403,
  'account-disabled': 403,
} as const;
type Cause = keyof typeof causes;

/** The status tells programs what the page tells people; nothing is tried again by itself. */
export const load: PageServerLoad = ({ url, locals }) => {
  const code = url.searchParams.get('code') ?? '';
  const wanted = url.searchParams.get('return') ?? '/';
  const cause = code in causes ? (code as Cause) : null;
  if (cause !== null) locals.status = causes[cause];
  return { cause, again: `/auth/login?return=${encodeURIComponent(/^\/(?![/\\])/.test(wanted) ? wanted : '/')}` };
};
