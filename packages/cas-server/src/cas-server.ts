import Router from '@koa/router';
import type { Context, Middleware } from 'koa';
import { arrivesOnLoopback, requireDemo } from './demo-only.ts';
import { readForm } from './form-body.ts';
import { loginPage, serviceRefusedPage, signedInPage, signedOutPage } from './pages.ts';
import { personaSource, type Persona, type PersonaSource } from './persona.ts';
import { announceLogout } from './single-logout.ts';
import { styleSheet } from './style.ts';
import { createTicketStore, signOnLifeMs, type SignOn, type TicketStore } from './ticket-store.ts';
import { failureAnswer, successAnswer } from './validation-answer.ts';

export interface CasServerOptions {
  readonly personas: readonly Persona[] | PersonaSource;
  /** Where the server is mounted, such as `/cas`. */
  readonly basePath: string;
  /** Asked with the whole service URL before a ticket is given or a redirect is made. */
  readonly isServiceAllowed: (service: URL) => boolean;
  readonly clock: { now(): Date };
  /** Anything but `development` or `demo` is refused. */
  readonly environment: string;
  /** The addresses that the HTTP server binds; anything but loopback is refused. */
  readonly listenHosts: readonly string[];
}

interface Desk {
  readonly options: CasServerOptions;
  readonly personas: PersonaSource;
  readonly tickets: TicketStore;
  readonly cookie: string;
}

/**
 * The embedded CAS (protocol 3.0) for development and demo: /login, /logout, /serviceValidate, /p3/serviceValidate.
 * Throws CasServerRefused outside development and demo, or off loopback. Mount it before any body parser.
 */
export function createCasServer(options: CasServerOptions): Middleware {
  requireDemo(options.environment, options.listenHosts);
  const personas = personaSource(options.personas);
  const desk: Desk = { options, personas, tickets: createTicketStore(options.clock), cookie: 'yt_demo_cas' };
  const router = new Router({ prefix: options.basePath });
  router.use(guard);
  router.get('/login', (ctx) => showLogin(ctx, desk));
  router.post('/login', (ctx) => signIn(ctx, desk));
  router.get('/logout', (ctx) => signOut(ctx, desk));
  router.get('/serviceValidate', (ctx) => validate(ctx, desk, false));
  router.get('/p3/serviceValidate', (ctx) => validate(ctx, desk, true));
  router.get('/style.css', (ctx) => {
    ctx.set('Cache-Control', 'public, max-age=3600');
    ctx.type = 'text/css';
    ctx.body = styleSheet;
  });
  return router.routes() as Middleware;
}

const guard: Middleware = async (ctx, next) => {
  if (!arrivesOnLoopback(ctx)) return ctx.throw(404);
  ctx.set('Cache-Control', 'no-store');
  ctx.set('Referrer-Policy', 'same-origin');
  ctx.set('X-Content-Type-Options', 'nosniff');
  await next();
};

async function showLogin(ctx: Context, desk: Desk): Promise<void> {
  const service = one(ctx, 'service');
  if (!isAllowed(service, desk)) return refuseService(ctx, desk);
  const mustRenew = one(ctx, 'renew') === 'true';
  const signOn = mustRenew ? undefined : desk.tickets.find(ctx.cookies.get(desk.cookie));
  if (signOn !== undefined && service !== undefined) return giveTicket(ctx, desk, { signOn, service, isFresh: false });
  if (service !== undefined && !mustRenew && one(ctx, 'gateway') === 'true') return ctx.redirect(service);
  const recognised = signOn === undefined ? undefined : await desk.personas.find(signOn.username);
  if (recognised !== undefined) return showPage(ctx, signedInPage(desk.options.basePath, recognised));
  const filter = (one(ctx, 'q') ?? '').trim().slice(0, 64);
  const personas = filter === '' ? await desk.personas.listFeatured() : await desk.personas.search(filter, 24);
  const { basePath } = desk.options;
  showPage(ctx, loginPage({ basePath, service, mustRenew, filter, personas }), service);
}

async function signIn(ctx: Context, desk: Desk): Promise<void> {
  if (isFromElsewhere(ctx)) return ctx.throw(403);
  const form = await readForm(ctx);
  const service = form.get('service') ?? undefined;
  if (!isAllowed(service, desk)) return refuseService(ctx, desk);
  const persona = await desk.personas.find(form.get('username') ?? '');
  if (persona === undefined) return ctx.throw(400, 'no such persona');
  const before = ctx.cookies.get(desk.cookie);
  if (before !== undefined) await closeSignOn(before, desk);
  const signOn = desk.tickets.open(persona.username);
  ctx.cookies.set(desk.cookie, signOn.id, cookieOptions(desk, signOnLifeMs));
  if (service !== undefined) return giveTicket(ctx, desk, { signOn, service, isFresh: true });
  showPage(ctx, signedInPage(desk.options.basePath, persona));
}

interface Grant {
  readonly signOn: SignOn;
  readonly service: string;
  readonly isFresh: boolean;
}

function giveTicket(ctx: Context, desk: Desk, { signOn, service, isFresh }: Grant): void {
  const ticket = desk.tickets.issue(signOn, service, isFresh);
  const [address = '', fragment] = service.split('#', 2);
  ctx.status = 303;
  ctx.redirect(
    `${address}${address.includes('?') ? '&' : '?'}ticket=${ticket}${fragment === undefined ? '' : `#${fragment}`}`,
  );
}

async function signOut(ctx: Context, desk: Desk): Promise<void> {
  const id = ctx.cookies.get(desk.cookie);
  ctx.cookies.set(desk.cookie, '', cookieOptions(desk, 0));
  if (id !== undefined) await closeSignOn(id, desk);
  const service = one(ctx, 'service');
  if (service !== undefined && isAllowed(service, desk)) return ctx.redirect(service);
  showPage(ctx, signedOutPage(desk.options.basePath));
}

async function closeSignOn(id: string, desk: Desk): Promise<void> {
  const closed = desk.tickets.close(id);
  if (closed !== undefined) await announceLogout(closed.tickets, desk.options.clock.now());
}

async function validate(ctx: Context, desk: Desk, withAttributes: boolean): Promise<void> {
  ctx.type = 'application/xml; charset=utf-8';
  const ticket = one(ctx, 'ticket');
  const service = one(ctx, 'service');
  if (ticket === undefined || service === undefined) {
    ctx.body = failureAnswer('INVALID_REQUEST', 'ticket and service are both required, once each');
    return;
  }
  if (!ticket.startsWith('ST-')) {
    ctx.body = failureAnswer('INVALID_TICKET_SPEC', 'only service tickets are accepted');
    return;
  }
  const redemption = desk.tickets.redeem(ticket, service);
  if ('failure' in redemption) {
    ctx.body = failureAnswer(redemption.failure, redemption.reason);
    return;
  }
  const { signOn, isFresh } = redemption;
  if (one(ctx, 'renew') === 'true' && !isFresh) {
    ctx.body = failureAnswer('INVALID_TICKET', 'the ticket does not come from a fresh sign-in');
    return;
  }
  const persona = await desk.personas.find(signOn.username);
  const facts = withAttributes ? { signedInAt: new Date(signOn.since), isFresh } : undefined;
  ctx.body =
    persona === undefined ? failureAnswer('INTERNAL_ERROR', 'the person is gone') : successAnswer(persona, facts);
}

/** A parameter that is given exactly once and is not empty. */
function one(ctx: Context, name: string): string | undefined {
  const value = ctx.query[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function isAllowed(service: string | undefined, desk: Desk): boolean {
  if (service === undefined) return true;
  const url = URL.parse(service);
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') && desk.options.isServiceAllowed(url);
}

function refuseService(ctx: Context, desk: Desk): void {
  ctx.status = 403;
  showPage(ctx, serviceRefusedPage(desk.options.basePath));
}

/** Browsers say where a post comes from; another site must not sign a visitor in as somebody it chose. */
function isFromElsewhere(ctx: Context): boolean {
  const site = ctx.get('sec-fetch-site');
  if (site !== '') return site !== 'same-origin' && site !== 'none';
  const origin = ctx.get('origin');
  return origin !== '' && origin !== ctx.origin;
}

function cookieOptions(desk: Desk, maxAge: number) {
  const { basePath } = desk.options;
  return { path: basePath, httpOnly: true, sameSite: 'lax', signed: false, overwrite: true, maxAge } as const;
}

function showPage(ctx: Context, html: string, service?: string): void {
  const next = service === undefined ? '' : ` ${new URL(service).origin}`;
  ctx.set(
    'Content-Security-Policy',
    `default-src 'none'; style-src 'self'; form-action 'self'${next}; base-uri 'none'; frame-ancestors 'none'`,
  );
  ctx.type = 'text/html; charset=utf-8';
  ctx.body = html;
}
