import type Koa from 'koa';
import type { Em, Orm } from '../../database/index.ts';
import type { Clock } from '../clock/index.ts';
import type { PrincipalSource } from '../endpoint/index.ts';
import type { RateLimits } from '../limits/index.ts';
import { problem } from '../problem/index.ts';
import { anonymousPrincipal, type Principal } from '../principal/index.ts';
import type { Sessions } from '../session/index.ts';
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
 * gone at the next request (R-AUTHZ-3). Then counts the request against the limits.
 */
export function resolvePrincipal(parts: Parts): Koa.Middleware {
  return async (ctx, next) => {
    const em = parts.orm.em.fork() as Em;
    const principal = await findPrincipal(ctx, em, parts);
    Object.assign(ctx.state, { em, principal });
    parts.limits.passRequest(principal, ctx.method === 'GET' || ctx.method === 'HEAD' ? 'read' : 'write');
    await next();
  };
}

async function findPrincipal(ctx: Koa.Context, em: Em, parts: Parts): Promise<Principal> {
  const { requestId, address, locale } = ctx.state as RequestOrigin;
  const facts = { requestId, address, locale, now: parts.clock.now() };
  const key = /^Bearer ([\w.~+/-]{20,200}=*)$/.exec(ctx.get('authorization'))?.[1];
  if (key !== undefined) {
    const machine = await parts.source?.loadMachine?.(em, key, facts);
    if (machine === undefined) throw problem('access.sign-in-required');
    return machine;
  }
  const session = await parts.sessions.find(ctx, em);
  if (session === undefined || parts.source === undefined) return anonymousPrincipal({ requestId, address, locale });
  const person = await parts.source.loadPerson(em, session, facts);
  if (person !== undefined) return person;
  await parts.sessions.end(em, session.personId, session.id);
  return anonymousPrincipal({ requestId, address, locale });
}
