// The limit of P2: SvelteKit rendering our pages from data at hand. What a page asks of the API is asked of the real one
// the first time and answered from memory ever after, in this process and without a connection.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { preparePageEnvironment, type HttpHandler } from '../../../apps/api/src/platform/http/index.ts';
import { fromRoot } from '../../lib/paths.ts';

interface Answer {
  readonly status: number;
  readonly headers: [string, string][];
  readonly body: string;
}

const known = new Map<string, Promise<Answer>>();
const realFetch = globalThis.fetch;

async function ask(request: Request): Promise<Answer> {
  const answer = await realFetch(request);
  const headers = [...answer.headers].filter(([name]) => name === 'content-type');
  return { status: answer.status, headers, body: await answer.text() };
}

globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  if (!known.has(request.url)) known.set(request.url, ask(request));
  const { body, ...head } = (await known.get(request.url))!;
  return new Response(body, head);
};

process.once('message', ({ apiOrigin }: { apiOrigin: string }) => {
  void (async () => {
    process.env.API_ORIGIN = apiOrigin;
    preparePageEnvironment(process.env, { internalKey: 'of-no-server' });
    const { handler } = (await import(fromRoot('apps/web/build/handler.js'))) as { handler: HttpHandler };
    const server = createServer((request, response) => {
      Object.assign(request.headers, { 'x-yitang-address': '127.0.0.1', 'x-forwarded-proto': 'http' });
      handler(request, response);
    });
    server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
  })();
});
