// The limit of P2: SvelteKit rendering our pages from data at hand. What a page asks of the API is asked of the real one
// the first time; ever after it is a value in this process, that nobody has to look up, write or read.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { preparePageEnvironment, type HttpHandler } from '../../../apps/api/src/platform/http/index.ts';
import type { ApiAnswer, AsksInProcess, InProcessQuestion } from '../../../packages/contract/src/index.ts';
import { fromRoot } from '../../lib/paths.ts';

const known = new Map<string, Promise<ApiAnswer>>();

async function ask(apiOrigin: string, { target, headers }: InProcessQuestion): Promise<ApiAnswer> {
  const answer = await fetch(apiOrigin + target, { headers });
  const { ok, status, statusText, headers: given } = answer;
  const value: unknown = await answer.json();
  const unread = (): never => {
    throw new Error('a page is made of values');
  };
  return { ok, status, statusText, headers: given, json: () => Promise.resolve(value), arrayBuffer: unread };
}

process.once('message', ({ apiOrigin }: { apiOrigin: string }) => {
  void (async () => {
    preparePageEnvironment(process.env, { internalKey: 'of-no-server' });
    const { handler } = (await import(fromRoot('apps/web/build/handler.js'))) as { handler: HttpHandler };
    const askApi = (question: InProcessQuestion): Promise<ApiAnswer> => {
      const answer = known.get(question.target) ?? ask(apiOrigin, question);
      known.set(question.target, answer);
      return answer;
    };
    const server = createServer((request: IncomingMessage & AsksInProcess, response) => {
      Object.assign(request.headers, { 'x-yitang-address': '127.0.0.1', 'x-forwarded-proto': 'http' });
      handler(Object.assign(request, { askApi }), response);
    });
    server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
  })();
});
