import type Koa from 'koa';
import { problem } from '../problem/index.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);
const loopbackHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

export interface CrossSiteOptions {
  readonly origin: string;
  readonly cookieName: string;
  /** Outside production the site is also reached by other names of this machine. */
  readonly allowsLoopback: boolean;
}

/**
 * A change is asked for by our own pages only (R-SESS-1): browsers say where a request comes from, by Fetch metadata or
 * Origin. What says neither is no browser's form; it may pass without a session cookie (a program with its key, the
 * CAS's single logout) and not with one.
 */
export function refuseCrossSite(options: CrossSiteOptions): Koa.Middleware {
  return (ctx, next) => {
    if (safeMethods.has(ctx.method) || (ctx.state as { isInternal?: boolean }).isInternal || isSameSite(ctx, options))
      return next();
    throw problem('request.cross-site');
  };
}

function isSameSite(ctx: Koa.Context, options: CrossSiteOptions): boolean {
  const site = ctx.get('sec-fetch-site');
  const origin = ctx.get('origin');
  if (site !== '' && site !== 'same-origin' && site !== 'none') return false;
  if (origin !== '')
    return origin === options.origin || (options.allowsLoopback && isOwnLoopback(origin, ctx.get('host')));
  return site !== '' || ctx.cookies.get(options.cookieName) === undefined;
}

function isOwnLoopback(origin: string, host: string): boolean {
  return loopbackHost.test(host) && origin === `http://${host}`;
}
