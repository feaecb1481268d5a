import { randomUUID } from 'node:crypto';
import { error, type RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleFetch, HandleServerError } from '@sveltejs/kit/hooks';
import { ApiError } from '@yitang/contract';
import { headersOf, takeCookies } from './lib/server/ask-api.ts';
import { drop, isTooLargeToHold } from './lib/server/form-body.ts';
import { logFault } from './lib/server/fault-log.ts';
import { apiOrigin, operatorPolicy } from './lib/server/page-policy.ts';
import { readPreferences } from './lib/shell/preferences.ts';

export const handle: Handle = async ({ event, resolve }) => {
  event.locals.requestId = event.request.headers.get('x-request-id') ?? randomUUID();
  event.locals.preferences = readPreferences((name) => event.cookies.get(name));
  if (isTooLargeToHold(event.request, event.url)) {
    await drop(event.request.body?.getReader());
    error(413, '提交的内容过大。');
  }
  const { theme, size, locale } = event.locals.preferences;
  const answered = await resolve(event, {
    transformPageChunk: ({ html }) => {
      // All of it stands in the first tag: the rest, which is long, need not be looked through.
      const head = html.indexOf('<head>');
      const tag = html.slice(0, Math.max(0, head));
      return tag.replace('%lang%', locale).replace('%theme%', theme).replace('%size%', size) + html.slice(tag.length);
    },
    preload: ({ type }) => type === 'css' || type === 'js',
  });
  const response = withStatus(answered, event);
  const headers = response.headers;
  headers.set('referrer-policy', 'same-origin');
  headers.set('x-content-type-options', 'nosniff');
  headers.set('x-request-id', event.locals.requestId);
  headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()');
  const policy = headers.get('content-security-policy');
  if (policy !== null)
    headers.set('content-security-policy', `${policy}; ${operatorPolicy(process.env, event.locals.mayBeFramed)}`);
  // A page is the same for all only for a visitor who brought nothing: no session and no chosen looks.
  const isPublic = event.locals.cachePublic === true && event.request.headers.get('cookie') === null;
  if (isPublic && event.request.method === 'GET' && response.status === 200) headers.set('x-yitang-cache', 'catalog');
  else if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-store');
  return response;
};

/** A page may say with which status it is answered; what only brings its data to the browser stays as it is. */
function withStatus(response: Response, { locals: { status }, isDataRequest }: RequestEvent): Response {
  if (status === undefined || isDataRequest || response.status !== 200) return response;
  return new Response(response.body, { status, headers: response.headers });
}

/** Calls to /api made on the server go straight to the API as the person of this request, and its cookies come back. */
export const handleFetch: HandleFetch = async ({ event, request, fetch }) => {
  const url = new URL(request.url);
  if (url.origin !== event.url.origin || !url.pathname.startsWith('/api/')) return fetch(request);
  const headers = new Headers(request.headers);
  for (const [name, value] of Object.entries(headersOf(event))) headers.set(name, value);
  headers.delete('origin');
  const answer = await fetch(new Request(new Request(apiOrigin() + url.pathname + url.search, request), { headers }));
  takeCookies(event, answer);
  return answer;
};

/**
 * A refusal of the API that no page dealt with keeps its status and its sentence. Of a fault of ours nothing is shown but
 * the number under which it was recorded.
 */
export const handleError: HandleServerError = (caught) => {
  const { requestId } = caught.event.locals;
  if (caught.kind !== 'unknown') return { requestId };
  if (caught.error instanceof ApiError) {
    const { problem } = caught.error;
    return { status: problem.status, message: problem.detail || problem.title, code: problem.code, requestId };
  }
  logFault(caught.error, { requestId, path: caught.event.url.pathname });
  return { requestId };
};
