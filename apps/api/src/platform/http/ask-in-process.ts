import inject from 'light-my-request';
import type { AsksInProcess } from '@yitang/contract';
import type { HttpHandler } from './http-server.ts';

const withoutContent: readonly number[] = [204, 205, 304];

/** Asks a handler as over HTTP, from this very machine: a connection to oneself costs more than most answers. */
export function askInProcess(handler: HttpHandler): NonNullable<AsksInProcess['askApi']> {
  return async ({ target, headers }) => {
    const asked = { url: target, headers: Object.fromEntries(headers), remoteAddress: '127.0.0.1', validate: false };
    const answer = await inject((request, response) => {
      // There is no connection whose silence could be allowed for.
      handler(Object.assign(request, { setTimeout: () => request }), response);
    }, asked);
    const given = new Headers();
    for (const [name, value] of Object.entries(answer.headers))
      for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) given.append(name, String(one));
    const body = withoutContent.includes(answer.statusCode) ? null : new Uint8Array(answer.rawPayload);
    return new Response(body, { status: answer.statusCode, headers: given });
  };
}
