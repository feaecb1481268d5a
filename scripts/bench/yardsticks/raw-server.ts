import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { WrittenRows } from '../data/written-rows.ts';
import type { Fresh } from './row-maker.ts';

/** Writes one more case; resolves when it is durable. */
export type WriteCase = (fresh: Fresh) => Promise<void> | void;

/** What a yardstick process is told when it begins. */
export interface RawOrder {
  readonly database: string;
  readonly written: WrittenRows;
  /** Drafts whose files are there; each is submitted once. */
  readonly drafts: readonly string[];
}

/** A node:http server with nothing in front of the database: reads the body, writes, answers. */
export function serveRaw(open: (order: RawOrder) => Promise<WriteCase>): void {
  process.once('message', (order: RawOrder) => {
    void (async () => {
      const write = await open(order);
      let turn = 0;
      const server = createServer((request, response) => {
        void (async () => {
          JSON.parse(await text(request));
          const number = String(turn).padStart(order.written.number.length, '0');
          const fresh = { caseId: order.drafts[turn++]!, number };
          await write(fresh);
          const body = JSON.stringify({ ...fresh, status: 'submitted', dueDate: '2026-12-31' });
          response.writeHead(201, {
            'content-type': 'application/json; charset=utf-8',
            'content-length': Buffer.byteLength(body),
          });
          response.end(body);
        })().catch((error: unknown) => response.writeHead(500).end(String(error)));
      });
      server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
    })();
  });
}
