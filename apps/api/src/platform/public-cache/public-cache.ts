import { createHash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { captureAnswer, type CapturedAnswer } from './capture-answer.ts';
import { newId } from '../ids/index.ts';
import { ReadyAnswers, type Offered, type ReadyAnswer } from './ready-answers.ts';

/** An answer that carries this header is the same for every visitor until the catalog changes. It is never sent on. */
export const cacheMarker = 'x-yitang-cache';

export interface PublicCacheOptions {
  /** Bytes of bodies, all encodings together; the least recently used answers give way. */
  readonly maxBytes: number;
  /** Whether one more answer may be made for who asks; otherwise the server is asked, which says when to come back. */
  readonly mayMake?: (request: IncomingMessage) => boolean;
  /** Told of every answer given here: for metrics and logs. */
  readonly onAnswer?: (request: IncomingMessage, answer: GivenAnswer) => void;
}

export interface GivenAnswer {
  readonly status: number;
  readonly seconds: number;
  /** The one answer to this request alone; undefined where it was kept and is the same for many. */
  readonly made?: { readonly route: string; readonly requestId: string };
}

/** What is sent, in one encoding. */
export interface KeptAnswer {
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

/** An answer of data, for who asks within the process. */
export interface KeptData extends KeptAnswer {
  /** What its JSON says: the same value for everybody who asks, so nobody can change it. */
  readonly read: () => unknown;
}

interface Kept {
  readonly etag: string;
  readonly identity: KeptAnswer;
  gzip?: KeptAnswer;
  br?: KeptAnswer;
  value?: unknown;
  bytes: number;
}

type Next = (request: IncomingMessage, response: ServerResponse) => void;

interface Visit {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly next: Next;
}

const longestUrl = 400;
const smallestCompressed = 1024;
/** Memory of a value by the bytes of its JSON, roughly. */
const valueSize = 3;
/** Made anew for each answer, or not ours to repeat. */
const passing = new Set([
  cacheMarker,
  'x-request-id',
  'date',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'etag',
  'cache-control',
  'vary',
]);
const compress = {
  gzip: promisify(gzip),
  br: (body: Buffer) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
};

/**
 * Public catalog pages as bytes, in front of everything: a hit renders nothing and asks no database. What is kept is
 * dropped as a whole when the catalog changes, and an answer that was begun before the change is not kept.
 */
export class PublicCache {
  readonly #options: PublicCacheOptions;
  readonly #kept = new Map<string, Kept>();
  readonly #ready = new ReadyAnswers();
  #edition = 0;
  #bytes = 0;

  constructor(options: PublicCacheOptions) {
    this.#options = options;
  }

  /** Forgets everything that was said of an earlier catalog. */
  setEdition(edition: number): void {
    this.#edition = edition;
    this.#kept.clear();
    this.#ready.forget();
    this.#bytes = 0;
  }

  /** From now on answers of this path are made here from their query; kept is only what is asked for again. */
  offer(path: string, offered: Offered): void {
    this.#ready.offer(path, offered);
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Answers from memory, or lets `next` answer and keeps what is marked. */
  serve(request: IncomingMessage, response: ServerResponse, next: Next): void {
    const start = performance.now();
    const url = request.url ?? '/';
    if (!isCacheable(request, url)) {
      next(request, response);
      return;
    }
    const kept = this.#kept.get(url);
    if (kept === undefined) {
      const ready = this.#makeReady(url, request);
      if (ready === undefined) this.#fill(url, { request, response, next });
      else this.#sendReady(url, ready, { request, response, start });
      return;
    }
    this.#rejuvenate(url, kept);
    const status = sendKept(kept, request, response);
    this.#options.onAnswer?.(request, { status, seconds: secondsSince(start) });
  }

  /** What is kept of an address of data, uncompressed, for who asks within the process. */
  find(url: string): KeptData | undefined {
    const kept = url.startsWith('/api/') ? this.#kept.get(url) : undefined;
    if (kept === undefined) return undefined;
    this.#rejuvenate(url, kept);
    return { ...kept.identity, read: () => (kept.value ??= this.#read(url, kept)) };
  }

  #read(url: string, kept: Kept): unknown {
    const { body } = kept.identity;
    this.#enlarge(url, kept, body.length * valueSize);
    return frozen(JSON.parse(body.toString()));
  }

  /** Map keeps the order of insertion: put back, it is the youngest. */
  #rejuvenate(url: string, kept: Kept): void {
    this.#kept.delete(url);
    this.#kept.set(url, kept);
  }

  #makeReady(url: string, request: IncomingMessage): ReadyAnswer | undefined {
    if (request.method !== 'GET' || !this.#ready.canMake(url)) return undefined;
    return this.#options.mayMake?.(request) === false ? undefined : this.#ready.make(url);
  }

  #sendReady(
    url: string,
    { route, headers, headerList, body }: ReadyAnswer,
    { request, response, start }: Pick<Visit, 'request' | 'response'> & { start: number },
  ): void {
    const requestId = newId();
    response.writeHead(200, [...headerList, 'x-request-id', requestId, 'content-length', String(body.length)]);
    response.end(body, 'latin1');
    this.#options.onAnswer?.(request, { status: 200, seconds: secondsSince(start), made: { route, requestId } });
    if (this.#ready.isAskedAgain(url)) this.#keep(url, { status: 200, headers, body: Buffer.from(body, 'latin1') });
  }

  #fill(url: string, { request, response, next }: Visit): void {
    const edition = this.#edition;
    const isHead = request.method === 'HEAD';
    // What is kept must be readable by every visitor; other encodings are made from it.
    const encodings = request.headers['accept-encoding'];
    delete request.headers['accept-encoding'];
    captureAnswer(response, cacheMarker, (answer) => {
      request.headers['accept-encoding'] = encodings;
      if (!isHead && edition === this.#edition) this.#keep(url, answer);
    });
    next(request, response);
  }

  #keep(url: string, answer: CapturedAnswer): void {
    if (answer.status !== 200 || answer.headers['set-cookie'] !== undefined) return;
    const etag = `"${createHash('sha256').update(answer.body).digest('base64url').slice(0, 22)}"`;
    const forAll: OutgoingHttpHeaders = {};
    for (const [name, value] of Object.entries(answer.headers)) if (!passing.has(name)) forAll[name] = value;
    forAll['cache-control'] = 'public, max-age=0, must-revalidate';
    forAll['vary'] = url.startsWith('/api/') ? 'accept-encoding' : 'accept-encoding, cookie';
    this.#ready.learn(url, forAll);
    const headers = { ...forAll, etag };
    const kept: Kept = { etag, identity: variant(headers, answer.body), bytes: answer.body.length };
    this.#kept.set(url, kept);
    this.#grow(kept.bytes);
    if (answer.body.length >= smallestCompressed) void this.#compress(url, kept, headers);
  }

  async #compress(url: string, kept: Kept, headers: OutgoingHttpHeaders): Promise<void> {
    for (const encoding of ['gzip', 'br'] as const) {
      const body = await compress[encoding](kept.identity.body);
      kept[encoding] = variant({ ...headers, 'content-encoding': encoding }, body);
      this.#enlarge(url, kept, body.length);
    }
  }

  #enlarge(url: string, kept: Kept, bytes: number): void {
    kept.bytes += bytes;
    if (this.#kept.get(url) === kept) this.#grow(bytes);
  }

  #grow(bytes: number): void {
    this.#bytes += bytes;
    for (const [url, oldest] of this.#kept) {
      if (this.#bytes <= this.#options.maxBytes) return;
      this.#kept.delete(url);
      this.#bytes -= oldest.bytes;
    }
  }
}

function frozen(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

const secondsSince = (start: number): number => (performance.now() - start) / 1000;

/** Data of the catalog is the same for everyone; a page is so only for a visitor who brought no session and no choices. */
function isCacheable(request: IncomingMessage, url: string): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  return url.length <= longestUrl && (url.startsWith('/api/') || request.headers.cookie === undefined);
}

function variant(headers: OutgoingHttpHeaders, body: Buffer): KeptAnswer {
  return { headers: { ...headers, 'content-length': body.length }, body };
}

function sendKept(kept: Kept, request: IncomingMessage, response: ServerResponse): number {
  if (request.headers['if-none-match']?.includes(kept.etag)) {
    response.writeHead(304, { etag: kept.etag, 'cache-control': 'public, max-age=0, must-revalidate' });
    response.end();
    return 304;
  }
  const accepted = request.headers['accept-encoding'] ?? '';
  const chosen = (accepted.includes('br') && kept.br) || (accepted.includes('gzip') && kept.gzip) || kept.identity;
  response.writeHead(200, chosen.headers);
  response.end(request.method === 'HEAD' ? undefined : chosen.body);
  return 200;
}
