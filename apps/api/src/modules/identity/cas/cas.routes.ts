import passportModule from 'koa-passport';
import type Koa from 'koa';
import type { Deps } from '../../../platform/endpoint/index.ts';
import { isProblem } from '../../../platform/problem/index.ts';
import type { RequestFacts } from '../../../platform/principal/index.ts';
import { signInByCas } from '../sign-in.ts';
import { CasProblem } from './cas-problem.ts';
import { recordLogout, recordRefusedSignIn, recordSignOut } from './record-sign-out.ts';
import { callbackPath, casSettings } from './cas-settings.ts';
import { GuardedCasStrategy, type CasRequest } from './cas-strategy.ts';
import type { CasProfile } from './read-cas-answer.ts';
import { isTicket, readLogoutRequest } from './read-logout-request.ts';
import { cleanReturnPath, homePath } from './return-path.ts';
import {
  newNonce,
  openPending,
  pendingCookieName,
  pendingLifeMs,
  sealPending,
  type PendingSignIn,
} from './sign-in-cookie.ts';

const maxLogoutBytes = 32_768;

interface Desk {
  readonly deps: Deps;
  readonly passport: InstanceType<typeof passportModule.KoaPassport>;
  readonly cookie: string;
}

/**
 * `GET /auth/login?return=/path` leads to the CAS; `GET /auth/cas/callback` comes back from it; `POST /auth/cas/callback`
 * is the CAS saying that somebody signed out there; `POST /auth/logout` signs out here and at the CAS.
 */
export function casRoutes(deps: Deps): Koa.Middleware {
  const passport = new passportModule.KoaPassport();
  passport.use('cas', new GuardedCasStrategy(casSettings(deps.config)) as never);
  const desk: Desk = { deps, passport, cookie: pendingCookieName(deps.config.isSecure) };
  return async (ctx, next) => {
    const visit = `${ctx.method} ${ctx.path}`;
    if (visit === 'GET /auth/login') return guarded(ctx, desk, beginSignIn);
    if (visit === `GET ${callbackPath}`) return guarded(ctx, desk, finishSignIn);
    if (visit === `POST ${callbackPath}`) return endByCas(ctx, desk);
    if (visit === 'POST /auth/logout') return signOut(ctx, desk);
    return next() as Promise<void>;
  };
}

/** Nothing of a sign-in is cached or told to the next site, and a failure leads to a page that says what to do. */
async function guarded(
  ctx: Koa.Context,
  desk: Desk,
  work: (ctx: Koa.Context, desk: Desk) => Promise<void>,
): Promise<void> {
  ctx.set('Cache-Control', 'no-store');
  ctx.set('Referrer-Policy', 'no-referrer');
  try {
    await work(ctx, desk);
  } catch (error) {
    const { code, message } = asCasProblem(error);
    desk.deps.log.warn({ code, reason: message, requestId: factsOf(ctx).requestId }, 'sign-in refused');
    await recordRefusedSignIn(desk.deps, factsOf(ctx), code);
    const returnPath = openCookie(ctx, desk)?.returnPath ?? cleanReturnPath(ctx.query.return);
    const query = new URLSearchParams({ code, ...(returnPath !== homePath && { return: returnPath }) });
    seeOther(ctx, `/sign-in/problem?${query.toString()}`);
  }
}

function asCasProblem(error: unknown): CasProblem {
  if (error instanceof CasProblem) return error;
  if (isProblem(error, 'access.sign-in-required'))
    return new CasProblem('ticket-refused', 'the person signed out at the CAS meanwhile');
  if (isProblem(error, 'service.unavailable')) return new CasProblem('service-unavailable', 'the database is away');
  throw error;
}

async function beginSignIn(ctx: Koa.Context, desk: Desk): Promise<void> {
  const { config, clock } = desk.deps;
  if (ctx.query.RelayState !== undefined) throw new CasProblem('ticket-refused', 'a RelayState came along');
  // two tabs of one browser share the nonce, so that the first to come back is not refused
  const nonce = openCookie(ctx, desk)?.nonce ?? newNonce();
  const pending: PendingSignIn = { nonce, startedAt: clock.now(), returnPath: cleanReturnPath(ctx.query.return) };
  writeCookie(ctx, desk, sealPending(pending, config.keys.cookies));
  await runPassport(ctx, desk, { nonce });
}

async function finishSignIn(ctx: Koa.Context, desk: Desk): Promise<void> {
  const { ticket } = ctx.query;
  if (ctx.query.RelayState !== undefined) throw new CasProblem('ticket-refused', 'a RelayState came along');
  if (!isTicket(ticket)) throw new CasProblem('ticket-refused', 'not exactly one service ticket');
  const pending = openCookie(ctx, desk);
  if (pending === undefined) throw new CasProblem('cookie-lost', 'the cookie of the sign-in is missing or too old');
  const profile = await runPassport(ctx, desk, { nonce: pending.nonce, ticket });
  if (profile === undefined) throw new Error('passport ended without an answer');
  const account = await signInByCas(desk.deps, factsOf(ctx), profile);
  await desk.deps.sessions.signIn(ctx, { ...account, assurance: 'campus', ticket });
  writeCookie(ctx, desk, '');
  seeOther(ctx, pending.returnPath);
}

/** Runs the strategy for this request; the profile of a redeemed ticket, or undefined after a redirect to the CAS. */
async function runPassport(ctx: Koa.Context, desk: Desk, request: CasRequest): Promise<CasProfile | undefined> {
  let profile: CasProfile | undefined;
  ctx.state.cas = request;
  // passport-cas asks Express for the ticket; what it may see is only what was checked
  ctx.state.param = (name: string) => (name === 'ticket' ? request.ticket : undefined);
  const authenticate = desk.passport.authenticate('cas', { session: false }, (error: unknown, user: unknown) => {
    if (error instanceof Error) throw error;
    profile = user as CasProfile;
  });
  await authenticate(ctx, () => Promise.resolve());
  return profile;
}

/** Always 200 and empty: the CAS can do nothing about our troubles, and a stranger learns nothing. */
async function endByCas(ctx: Koa.Context, desk: Desk): Promise<void> {
  ctx.status = 200;
  ctx.body = '';
  const message = await readLogoutForm(ctx);
  const ticket = message === undefined ? undefined : readLogoutRequest(message);
  if (ticket === undefined) return;
  await desk.deps.sessions.leaveTombstone(ticket);
  const ended = await recordLogout(desk.deps, factsOf(ctx), ticket);
  desk.deps.log.info({ ended }, 'single logout');
}

async function readLogoutForm(ctx: Koa.Context): Promise<string | undefined> {
  if (ctx.is('application/x-www-form-urlencoded') === false) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of ctx.req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxLogoutBytes) return undefined;
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8')).get('logoutRequest') ?? undefined;
}

/** Ends the session here; whoever came by the CAS is led there, so that the next person at this screen is a stranger. */
async function signOut(ctx: Koa.Context, desk: Desk): Promise<void> {
  const { deps } = desk;
  const session = await deps.sessions.find(ctx, deps.orm.em.fork());
  if (session !== undefined) await recordSignOut(deps, factsOf(ctx), session);
  await deps.sessions.signOut(ctx);
  ctx.set('Cache-Control', 'no-store');
  if (session === undefined || session.assurance === 'invited') return seeOther(ctx, homePath);
  const cas = casSettings(deps.config);
  const query = new URLSearchParams({ service: `${deps.config.origin}/` });
  seeOther(ctx, `${cas.baseUrl}/logout?${query.toString()}`);
}

function factsOf(ctx: Koa.Context): RequestFacts {
  const state = ctx.state as Partial<RequestFacts>;
  return { address: state.address ?? ctx.ip, requestId: state.requestId ?? '', locale: state.locale ?? 'zh-CN' };
}

function seeOther(ctx: Koa.Context, location: string): void {
  ctx.status = 303;
  ctx.redirect(location);
}

const openCookie = (ctx: Koa.Context, { cookie, deps }: Desk): PendingSignIn | undefined =>
  openPending(ctx.cookies.get(cookie, { signed: false }), deps.config.keys.cookies, deps.clock.now());

// Written by hand: Koa refuses `secure` where TLS ends at a proxy in front.
function writeCookie(ctx: Koa.Context, { cookie, deps }: Desk, value: string): void {
  const maxAge = value === '' ? 0 : pendingLifeMs / 1_000;
  const secure = deps.config.isSecure ? '; Secure' : '';
  ctx.append('Set-Cookie', `${cookie}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`);
}
