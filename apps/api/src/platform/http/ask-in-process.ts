import inject from 'light-my-request';
import type { InProcessQuestion } from '@yitang/contract';
import type { KeptAnswer } from '../public-cache/index.ts';
import type { HttpHandler } from './http-server.ts';
import type { PageVisit } from './page-visit.ts';

const withoutContent: readonly number[] = [204, 205, 304];

/** Asks as over HTTP; `visit` is the reading of the page that asks, where one principal may answer for all of it. */
export type AskApi = (question: InProcessQuestion, visit?: PageVisit) => Promise<Response>;

/**
 * Asks a handler from this very machine: a connection to oneself costs more than most answers. What `findKept` has is not
 * asked at all.
 */
export function askInProcess(
  handler: HttpHandler,
  findKept: (target: string) => KeptAnswer | undefined = () => undefined,
): AskApi {
  return async ({ target, headers }, visit) => {
    const kept = findKept(target);
    if (kept !== undefined) return new Response(new Uint8Array(kept.body), { headers: toHeaders(kept.headers) });
    const asked = { url: target, headers: Object.fromEntries(headers), remoteAddress: '127.0.0.1', validate: false };
    const answer = await inject((request, response) => {
      // There is no connection whose silence could be allowed for.
      handler(Object.assign(request, { setTimeout: () => request, visit }), response);
    }, asked);
    const body = withoutContent.includes(answer.statusCode) ? null : new Uint8Array(answer.rawPayload);
    return new Response(body, { status: answer.statusCode, headers: toHeaders(answer.headers) });
  };
}

function toHeaders(sent: KeptAnswer['headers']): Headers {
  const given = new Headers();
  for (const [name, value] of Object.entries(sent))
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) given.append(name, String(one));
  return given;
}
