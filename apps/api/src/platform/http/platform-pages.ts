import type Koa from 'koa';
import type { Registry } from 'prom-client';
import { problem } from '../problem/index.ts';
import { apiDocsPage, openApiJson } from './api-docs.ts';
import type { Readiness } from './health.ts';

export interface PlatformPageOptions {
  readonly registry: Registry;
  readonly readiness: Readiness;
  readonly metricsToken: string | undefined;
  readonly version: string;
  readonly isDemo: boolean;
}

/** /healthz /readyz /metrics and the description of the API. */
export function platformPages(options: PlatformPageOptions): Koa.Middleware {
  const pages: Record<string, (ctx: Koa.Context) => void | Promise<void>> = {
    '/healthz': (ctx) => sendJson(ctx, '{"status":"ok"}'),
    '/readyz': async (ctx) => {
      const reason = await options.readiness.check();
      sendJson(ctx, JSON.stringify({ status: reason === undefined ? 'ok' : 'unavailable', reason }));
      ctx.status = reason === undefined ? 200 : 503;
    },
    '/metrics': async (ctx) => {
      if (!mayReadMetrics(ctx, options.metricsToken)) throw problem('record.not-found');
      ctx.body = await options.registry.metrics();
      ctx.set('content-type', options.registry.contentType);
    },
    '/api/openapi.json': (ctx) => sendJson(ctx, openApiJson(options.version)),
    '/api/docs': (ctx) => {
      ctx.set(
        'content-security-policy',
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
      );
      ctx.body = apiDocsPage(options);
      ctx.set('content-type', 'text/html; charset=utf-8');
    },
  };
  return async (ctx, next) => {
    const page = Object.hasOwn(pages, ctx.path) ? pages[ctx.path] : undefined;
    if (page === undefined) {
      await next();
      return;
    }
    if (ctx.method !== 'GET' && ctx.method !== 'HEAD') {
      ctx.set('allow', 'GET, HEAD');
      throw problem('request.method');
    }
    (ctx.state as { route?: string }).route = ctx.path;
    ctx.set('cache-control', 'no-store');
    await page(ctx);
  };
}

function sendJson(ctx: Koa.Context, text: string): void {
  ctx.body = text;
  ctx.set('content-type', 'application/json; charset=utf-8');
}

function mayReadMetrics(ctx: Koa.Context, token: string | undefined): boolean {
  if (token !== undefined) return ctx.get('authorization') === `Bearer ${token}`;
  // Also by its name: a proxy on this machine that does not say for whom it asks is not this machine.
  const isAskedHere = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(ctx.get('host'));
  return isAskedHere && /^(127\.|::1$|::ffff:127\.)/.test((ctx.state as { address: string }).address);
}
