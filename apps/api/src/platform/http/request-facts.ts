import type { IncomingMessage } from 'node:http';
import { timingSafeEqual } from 'node:crypto';
import type { Locale } from '@yitang/domain/vocabulary';
import { newId } from '../ids/index.ts';
import type { RequestFacts } from '../principal/index.ts';

/** The pages' server proves with this header that it speaks for a browser whose origin it has checked. */
export const internalHeader = 'x-yitang-internal';

export interface FactsOptions {
  readonly trustedProxies: number;
  readonly internalKey: string;
}

export interface RequestOrigin extends RequestFacts {
  /** The request comes from our own pages' server. */
  readonly isInternal: boolean;
}

const idForm = /^[\w-]{8,64}$/;

export function readFacts(request: IncomingMessage, options: FactsOptions): RequestOrigin {
  const isInternal = hasInternalKey(request, options.internalKey);
  const givenId = String(request.headers['x-request-id'] ?? '');
  const mayNameItself = isInternal || options.trustedProxies > 0;
  return {
    isInternal,
    requestId: mayNameItself && idForm.test(givenId) ? givenId : newId(),
    address: addressOf(request, isInternal, options),
    locale: readLocale(request),
  };
}

/** The address alone, for what is counted before anything else is asked. */
export const readAddress = (request: IncomingMessage, options: FactsOptions): string =>
  addressOf(request, hasInternalKey(request, options.internalKey), options);

const addressOf = (request: IncomingMessage, isInternal: boolean, { trustedProxies }: FactsOptions): string =>
  clientAddress(request, isInternal ? 1 : trustedProxies);

/** The entry of X-Forwarded-For that the outermost trusted proxy wrote; whatever a client wrote before it is not believed. */
export function clientAddress(request: IncomingMessage, trusted: number): string {
  const direct = request.socket.remoteAddress ?? 'unknown';
  if (trusted === 0) return direct;
  const hops = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((hop) => hop.trim())
    .filter((hop) => /^[0-9a-fA-F.:]{2,45}$/.test(hop));
  return hops[Math.max(0, hops.length - trusted)] ?? direct;
}

function hasInternalKey(request: IncomingMessage, key: string): boolean {
  const header = request.headers[internalHeader];
  if (header === undefined) return false;
  const given = Buffer.from(String(header));
  const wanted = Buffer.from(key);
  return key !== '' && given.length === wanted.length && timingSafeEqual(given, wanted);
}

function readLocale(request: IncomingMessage): Locale {
  const chosen = /(?:^|;\s*)yt_lang=(en|zh-CN)\b/.exec(request.headers.cookie ?? '')?.[1];
  if (chosen === 'en' || chosen === 'zh-CN') return chosen;
  return /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh-CN';
}
