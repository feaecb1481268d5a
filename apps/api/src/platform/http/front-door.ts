import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AsksInProcess } from '@yitang/contract';
import { newId } from '../ids/index.ts';
import type { Log } from '../logger/index.ts';
import type { PublicCache } from '../public-cache/index.ts';
import { askInProcess, type AskApi } from './ask-in-process.ts';
import type { HttpHandler } from './http-server.ts';
import type { AnswerInside } from './inside-call.ts';
import type { HttpMetrics } from './metrics.ts';
import { PageVisit } from './page-visit.ts';
import { pathToLog } from './path-to-log.ts';
import { clientAddress } from './request-facts.ts';

export interface FrontDoorParts {
  readonly api: HttpHandler;
  /** The shorter way for what pages ask. */
  readonly inside?: AnswerInside;
  /** SvelteKit's handler; undefined where pages run elsewhere. */
  readonly pages: HttpHandler | undefined;
  readonly publicCache: PublicCache;
  readonly metrics: HttpMetrics;
  readonly log: Log;
  readonly origin: string;
  readonly isSecure: boolean;
  readonly trustedProxies: number;
  /** Production: pages are told the configured name whatever the Host header says. */
  readonly hasFixedHost: boolean;
}

const apiPath = /^\/(?:(?:api|auth|cas)(?:\/|$)|(?:healthz|readyz|metrics)$)/;

/**
 * What every request meets first: ready-made public answers, then the API for its paths and the pages for all others.
 * SvelteKit is not a middleware of Koa's: the two would fight over body, cookies and headers of one request.
 */
export function frontDoor(parts: FrontDoorParts): HttpHandler {
  const ask = askInProcess((request, response) => parts.publicCache.serve(request, response, parts.api), {
    findKept: (target) => parts.publicCache.find(target),
    inside: parts.inside,
  });
  const next = (request: IncomingMessage, response: ServerResponse): void => {
    const path = (request.url ?? '/').split('?', 1)[0]!;
    if (apiPath.test(path) || parts.pages === undefined) return parts.api(request, response);
    servePage(parts, Object.assign(request, askingFor(request, ask)), response);
  };
  return (request, response) => {
    if (parts.isSecure) response.setHeader('strict-transport-security', 'max-age=31536000');
    // An absolute request target would let the client choose the host that pages see.
    if (!request.url?.startsWith('/') || request.url.startsWith('//')) return refuseTarget(response);
    parts.publicCache.serve(request, response, next);
  };
}

/** A form may change who somebody is (they sign out, they act in another role), so what it asks is never shared. */
function askingFor({ method }: IncomingMessage, ask: AskApi): AsksInProcess {
  const visit = method === 'GET' || method === 'HEAD' ? new PageVisit() : undefined;
  return { askApi: (question) => ask(question, visit) };
}

function refuseTarget(response: ServerResponse): void {
  response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' });
  response.end('400\n');
}

function servePage(parts: FrontDoorParts, request: IncomingMessage & AsksInProcess, response: ServerResponse): void {
  const start = performance.now();
  const requestId = newId();
  const { headers } = request;
  headers['x-request-id'] = requestId;
  headers['x-yitang-address'] = clientAddress(request, parts.trustedProxies);
  headers['x-forwarded-proto'] = parts.isSecure ? 'https' : 'http';
  if (parts.hasFixedHost) headers.host = new URL(parts.origin).host;
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'same-origin');
  response.once('close', () => {
    const seconds = (performance.now() - start) / 1000;
    const isAsset = request.url?.startsWith('/_app/') === true;
    parts.metrics.observe(
      { method: request.method ?? 'GET', route: isAsset ? 'asset' : 'page', status: response.statusCode },
      seconds,
    );
    if (!isAsset)
      parts.log.info(
        {
          requestId,
          method: request.method,
          path: pathToLog(request.url?.split('?', 1)[0] ?? ''),
          status: response.statusCode,
          ms: Math.round(seconds * 1000),
        },
        'page',
      );
  });
  parts.pages?.(request, response);
}

/** What adapter-node reads from the environment when its handler is loaded. */
export function preparePageEnvironment(environment: NodeJS.ProcessEnv, parts: { internalKey: string }): void {
  // Without it the adapter takes https for granted and refuses every form over http.
  environment.PROTOCOL_HEADER = 'x-forwarded-proto';
  environment.ADDRESS_HEADER = 'x-yitang-address';
  environment.INTERNAL_KEY = parts.internalKey;
  // The pages have limits of their own, by what a form is for; the adapter knows only one for all.
  environment.BODY_SIZE_LIMIT = 'Infinity';
}
