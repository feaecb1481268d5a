import { parseSetCookie } from 'cookie';
import type { RequestEvent } from '@sveltejs/kit';
import type { ApiAnswer, Ask } from '@yitang/contract';

/** Of a request, what asking the API for it takes. */
export type Asker = Pick<
  RequestEvent,
  'cookies' | 'fetch' | 'getClientAddress' | 'locals' | 'platform' | 'request' | 'url'
>;

/** What the API has to know of the request for which it is asked. */
export function headersOf(event: Asker): Record<string, string> {
  const cookie = event.request.headers.get('cookie');
  return {
    ...(cookie !== null && { cookie }),
    'accept-language': event.locals.preferences.locale,
    'x-request-id': event.locals.requestId,
    'x-forwarded-for': event.getClientAddress(),
    // SvelteKit has checked where a form came from; with this key the API believes it, and the address above.
    'x-yitang-internal': process.env['INTERNAL_KEY'] ?? '',
    // It comes from the same machine, mostly from the same process: packing costs more than it saves.
    'accept-encoding': 'identity',
  };
}

/** Cookies that the API sets are those of this request. */
export function takeCookies(event: Asker, answer: ApiAnswer): void {
  for (const line of answer.headers.getSetCookie()) {
    const { name, value, ...options } = parseSetCookie(line, { decode: (text) => text });
    // What a cookie does not say is off; SvelteKit would turn these two on.
    const flags = { httpOnly: options.httpOnly ?? false, secure: options.secure ?? false, path: options.path ?? '/' };
    event.cookies.set(name, value ?? '', { ...options, ...flags, encode: (text) => text });
  }
}

/** Asks the API as the person of this request: what is only read, without a connection where it is in the same process. */
export function askingFor(event: Asker): Ask {
  const { askApi } = event.platform?.req ?? {};
  if (askApi === undefined) return event.fetch;
  const headers = headersOf(event);
  return async (target, init) => {
    if (init.method !== 'GET') return event.fetch(target, init);
    const answer = await askApi({ target, headers: { ...headers, ...(init.headers as Record<string, string>) } });
    takeCookies(event, answer);
    return answer;
  };
}
