import type Koa from 'koa';
import type { Em, Orm } from '../../database/index.ts';
import type { Clock } from '../clock/index.ts';
import type { PrincipalSource } from '../endpoint/index.ts';
import type { RateLimits } from '../limits/index.ts';
import { problem } from '../problem/index.ts';
import { anonymousPrincipal, type Principal, type RequestFacts } from '../principal/index.ts';
import type { Sessions } from '../session/index.ts';
import type { OfPage } from './page-visit.ts';
import type { RequestOrigin } from './request-facts.ts';

interface Parts {
  readonly orm: Orm;
  readonly clock: Clock;
  readonly sessions: Sessions;
  readonly limits: RateLimits;
  readonly source: PrincipalSource | undefined;
}

/**
 * Finds out who calls, from the session's cookie or a machine's key, with the grants of this moment: what was revoked is
 * gone at the next request (R-AUTHZ-3); what one page asks while it is rendered is one request. Then counts the request
 * against the limits.
 */
export function resolvePrincipal(parts: Parts): Koa.Middleware {
  return async (ctx, next) => {
    const find = (): Promise<Principal> => findPrincipal(ctx, parts);
    const { visit } = ctx.req as OfPage;
    const principal = await (visit === undefined ? find() : visit.principalOf(ctx.req.headers, ctx.state, find));
    Object.assign(ctx.state, { principal });
    parts.limits.passRequest(principal, ctx.method === 'GET' || ctx.method === 'HEAD' ? 'read' : 'write');
    await next();
  };
}

async function findPrincipal(ctx: Koa.Context, parts: Parts): Promise<Principal> {
  const { requestId, address, locale } = ctx.state as RequestOrigin;
  const facts = { requestId, address, locale, now: parts.clock.now() };
  const key = /^Bearer ([\w.~+/-]{20,200}=*)$/.exec(ctx.get('authorization'))?.[1];
  if (key !== undefined) {
    const machine = await parts.source?.loadMachine?.(parts.orm.em.fork(), key, facts);
    if (machine === undefined) throw problem('access.sign-in-required');
    return machine;
  }
  return (await findPerson(ctx, { parts, facts })) ?? anonymousPrincipal({ requestId, address, locale });
}

interface Asked {
  readonly parts: Parts;
  readonly facts: RequestFacts & { readonly now: Date };
}

async function findPerson(ctx: Koa.Context, { parts, facts }: Asked): Promise<Principal | undefined> {
  const tokenHash = parts.sessions.tokenHash(ctx);
  // Only its connection is asked for: nothing of an entity manager is needed.
  const em = parts.orm.em as Em;
  if (tokenHash === undefined) return undefined;
  const found = await parts.source?.findPerson(em, tokenHash, facts);
  if (found === undefined || !(await parts.sessions.goesOn(em, found.session))) return undefined;
  const { session, person } = found;
  if (person === undefined) await parts.sessions.end(em, session.personId, session.id);
  return person;
}
