import type { OutgoingHttpHeaders } from 'node:http';

/**
 * UTF-8 with one character for each byte (latin1): what is written already is put together without being turned into
 * bytes again, and leaves in one piece with the head of the answer.
 */
export type ByteText = string & { readonly isByteText: true };
export const byteText = (text: string): ByteText => Buffer.from(text).toString('latin1') as ByteText;
export const readByteText = (text: ByteText): string => Buffer.from(text, 'latin1').toString();

/**
 * Makes the body of an answer from the query of its address alone, out of what is in memory. undefined where the request
 * must go the long way, which says what is wrong with it.
 */
export type MakeBody = (query: string) => ByteText | undefined;

export interface Offered {
  /** Under which its answers are measured: the name of the route that would answer. */
  readonly route: string;
  readonly make: MakeBody;
}

interface Offer extends Offered {
  /** Those of the first answer that went the long way: what protects every answer is set in one place only. */
  headers?: OutgoingHttpHeaders;
  /** The same as a list of names and values, which is sent in half the time. */
  headerList?: readonly string[];
}

export interface ReadyAnswer {
  readonly route: string;
  readonly headers: OutgoingHttpHeaders;
  readonly headerList: readonly string[];
  readonly body: ByteText;
}

/** Places for what was asked for once, a power of two; who comes to a place that is taken takes it over. */
const remembered = 8_192;

/**
 * Answers of addresses that hardly anybody asks for twice, such as what is found while somebody types: making them again
 * costs less than carrying them through the whole server, and keeping them all would push out what many ask for.
 */
export class ReadyAnswers {
  readonly #offers = new Map<string, Offer>();
  /** Hashes instead of addresses: of two that share one, an answer is kept too early, which harms nobody. */
  readonly #askedOnce = new Int32Array(remembered);

  offer(path: string, offered: Offered): void {
    this.#offers.set(path, { ...offered });
  }

  /** Whether answers of this path are made here, and one has gone the long way before. */
  canMake(url: string): boolean {
    return this.#offers.get(parts(url)[0])?.headers !== undefined;
  }

  make(url: string): ReadyAnswer | undefined {
    const [path, query] = parts(url);
    const offer = this.#offers.get(path);
    if (offer?.headers === undefined || offer.headerList === undefined) return undefined;
    const body = offer.make(query);
    if (body === undefined) return undefined;
    return { route: offer.route, headers: offer.headers, headerList: offer.headerList, body };
  }

  /** An answer came the long way: of its path, the headers are known from now on. */
  learn(url: string, headers: OutgoingHttpHeaders): void {
    const offer = this.#offers.get(parts(url)[0]);
    if (offer === undefined) return;
    offer.headers = headers;
    offer.headerList = Object.entries(headers).flatMap(([name, value]) => [name, String(value)]);
  }

  /** Whether the address was asked for before: then its answer is worth keeping. */
  isAskedAgain(url: string): boolean {
    const hash = hashOf(url);
    const place = hash & (remembered - 1);
    const isAgain = this.#askedOnce[place] === hash;
    this.#askedOnce[place] = isAgain ? 0 : hash;
    return isAgain;
  }

  /** The catalog is another one: nothing was asked of it yet. */
  forget(): void {
    this.#askedOnce.fill(0);
  }
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

function parts(url: string): [path: string, query: string] {
  const mark = url.indexOf('?');
  return mark === -1 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)];
}
