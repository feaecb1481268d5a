import type { OutgoingHttpHeaders } from 'node:http';
import type { ApiAnswer, InProcessQuestion } from '@yitang/contract';
import type { KeptData } from '../public-cache/index.ts';
import type { HttpHandler } from './http-server.ts';
import type { AnswerInside } from './inside-call.ts';
import { exchangeInMemory } from './memory-exchange.ts';
import type { PageVisit } from './page-visit.ts';

/** Asks as over HTTP; `visit` is the reading of the page that asks, where one principal may answer for all of it. */
export type AskApi = (question: InProcessQuestion, visit?: PageVisit) => Promise<ApiAnswer>;

interface Shorter {
  /** What is kept for everybody is not asked at all. */
  readonly findKept?: (target: string) => KeptData | undefined;
  /** What needs no request to be made of it. */
  readonly inside?: AnswerInside | undefined;
}

/** Asks a handler from this very machine, where there is no shorter way: a connection to oneself costs more than most answers. */
export function askInProcess(handler: HttpHandler, { findKept, inside }: Shorter = {}): AskApi {
  return async (question, visit) => {
    const kept = findKept?.(question.target);
    if (kept !== undefined) return toApiAnswer({ status: 200, ...kept });
    const given = await (inside?.(question, visit) ?? exchangeInMemory(handler, question, { visit }));
    return toApiAnswer({ ...given, read: () => JSON.parse(given.body.toString()) as unknown });
  };
}

interface Given extends Pick<KeptData, 'headers' | 'read'> {
  readonly status: number;
  readonly body: string | Buffer;
}

/** No `Response`: making one and reading it through a stream costs as much as the answer itself. */
function toApiAnswer({ status, headers, body, read }: Given): ApiAnswer {
  return {
    ok: status >= 200 && status < 300,
    status,
    statusText: '',
    headers: {
      get: (name) => headerOf(headers, name.toLowerCase()),
      getSetCookie: () => [headers['set-cookie'] ?? []].flat().map(String),
    },
    json: async () => read(),
    arrayBuffer: async () => new Uint8Array(Buffer.from(body)).buffer,
  };
}

const headerOf = (headers: OutgoingHttpHeaders, name: string): string | null => headers[name]?.toString() ?? null;
