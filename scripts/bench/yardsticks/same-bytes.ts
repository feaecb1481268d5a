// The limit of P1 and P3: node:http handing out ready-made bytes by their address, with nothing of ours in the way.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Head and body exactly as our server sent them; the body in base64. */
export interface ReadyAnswer {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const ready = new Map<string, { headers: Readonly<Record<string, string>>; body: Buffer }>();

const server = createServer((request, response) => {
  const answer = ready.get(request.url ?? '');
  if (answer === undefined) return void response.writeHead(404).end();
  response.writeHead(200, answer.headers);
  response.end(answer.body);
});

process.on('message', (answers: readonly ReadyAnswer[]) => {
  ready.clear();
  for (const { url, headers, body } of answers) ready.set(url, { headers, body: Buffer.from(body, 'base64') });
  process.send?.('ready');
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
