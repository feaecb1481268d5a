import type { OutgoingHttpHeaders } from 'node:http';
import type { ApiAnswer, InProcessQuestion } from '@yitang/contract';
import type { KeptData } from '../public-cache/index.ts';
import type { HttpHandler } from './http-server.ts';
import { exchangeInMemory } from './memory-exchange.ts';
import type { PageVisit } from './page-visit.ts';

/** Asks as over HTTP; `visit` is the reading of the page that asks, where one principal may answer for all of it. */
export type AskApi = (question: InProcessQuestion, visit?: PageVisit) => Promise<ApiAnswer>;

/**
 * Asks a handler from this very machine: a connection to oneself costs more than most answers. What `findKept` has is not
 * asked at all.
 */
export function askInProcess(
  handler: HttpHandler,
  findKept: (target: string) => KeptData | undefined = () => undefined,
): AskApi {
  return async (question, visit) => {
    const kept = findKept(question.target);
    if (kept !== undefined) return toApiAnswer({ status: 200, ...kept });
    const { body, ...head } = await exchangeInMemory(handler, question, { visit });
    return toApiAnswer({ ...head, body, read: () => JSON.parse(body.toString()) as unknown });
  };
}

interface Given extends KeptData {
  readonly status: number;
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
    arrayBuffer: async () => new Uint8Array(body).buffer,
  };
}

const headerOf = (headers: OutgoingHttpHeaders, name: string): string | null => headers[name]?.toString() ?? null;
