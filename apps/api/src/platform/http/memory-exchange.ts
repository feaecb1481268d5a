import { IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Writable } from 'node:stream';
import type { HttpHandler } from './http-server.ts';

export interface MemoryAnswer {
  readonly status: number;
  /** By lower-case names. */
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

interface Asked {
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Lets a handler answer a GET of this machine that came over no connection. `extra` is put on the request. */
export function exchangeInMemory(handler: HttpHandler, asked: Asked, extra: object = {}): Promise<MemoryAnswer> {
  return new Promise((resolve, reject) => {
    const response = new MemoryResponse();
    response.once('finish', () => resolve(response.answer()));
    response.once('close', () => reject(new Error('the answer ended before it was whole')));
    response.once('error', reject);
    handler(Object.assign(makeRequest(asked), extra), response as unknown as ServerResponse);
  });
}

function makeRequest({ target, headers }: Asked): IncomingMessage {
  const request = new IncomingMessage({ remoteAddress: '127.0.0.1', encrypted: false } as unknown as Socket);
  request.method = 'GET';
  request.url = target;
  request.headers = { ...headers };
  request.complete = true;
  request.push(null);
  // There is no connection whose silence could be allowed for.
  request.setTimeout = () => request;
  return request;
}

type Value = number | string | readonly string[];
const withoutContent: readonly number[] = [204, 205, 304];

/** What is used of a `ServerResponse`, without writing a head for a connection and taking it apart again. */
class MemoryResponse extends Writable {
  statusCode = 200;
  statusMessage = '';
  headersSent = false;
  readonly socket = null;
  readonly #headers = new Map<string, Value>();
  readonly #chunks: Buffer[] = [];

  constructor() {
    // A whole answer is simply left; `close` comes where it was broken off.
    super({ autoDestroy: false });
  }

  get finished(): boolean {
    return this.writableEnded;
  }

  setHeader(name: string, value: Value): this {
    this.#headers.set(name.toLowerCase(), value);
    return this;
  }

  getHeader(name: string): Value | undefined {
    return this.#headers.get(name.toLowerCase());
  }

  getHeaders(): OutgoingHttpHeaders {
    return Object.fromEntries(this.#headers) as OutgoingHttpHeaders;
  }

  getHeaderNames(): string[] {
    return [...this.#headers.keys()];
  }

  hasHeader(name: string): boolean {
    return this.#headers.has(name.toLowerCase());
  }

  removeHeader(name: string): void {
    this.#headers.delete(name.toLowerCase());
  }

  writeHead(status: number, headers: Readonly<Record<string, Value>> = {}): this {
    this.statusCode = status;
    for (const [name, value] of Object.entries(headers)) this.setHeader(name, value);
    this.headersSent = true;
    return this;
  }

  flushHeaders(): void {
    this.headersSent = true;
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.headersSent = true;
    this.#chunks.push(chunk);
    done();
  }

  answer(): MemoryAnswer {
    const body = withoutContent.includes(this.statusCode) ? Buffer.alloc(0) : Buffer.concat(this.#chunks);
    return { status: this.statusCode, headers: this.getHeaders(), body };
  }
}
