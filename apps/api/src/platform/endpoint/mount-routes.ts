import Router from '@koa/router';
import type { Endpoint, ErrorCode, Input } from '@yitang/contract';
import type Koa from 'koa';
import { refuseInTransaction, type Em } from '../../database/index.ts';
import { problem, statusOf } from '../problem/index.ts';
import type { Principal } from '../principal/index.ts';
import type { Call, Deps } from './call.ts';
import { requireAccess } from './check-access.ts';
import { FileAnswer, sendFile } from './file-answer.ts';
import { parseInput } from './parse-input.ts';
import { readBody } from './read-body.ts';
import { RepeatedAnswer } from './repeated-answer.ts';
import type { Route } from './routes.ts';
import { toProblem } from './to-problem.ts';

/** Who calls; resolved before any route is looked for. */
interface CallState {
  principal: Principal;
}

const isMutating = (declared: Endpoint): boolean => declared.method !== 'get';
const keyForm = /^[\x21-\x7e]{8,128}$/;

/** A middleware that answers the endpoints of all modules, and 404 or 405 for every other path under /api. */
export function mountRoutes(routes: readonly Route[], deps: Deps): Koa.Middleware[] {
  const names = new Set<string>();
  const routers = new Map<string, Router>();
  for (const route of routes) {
    if (names.has(route.name)) throw new Error(`the endpoint "${route.name}" is answered by two modules`);
    names.add(route.name);
    const path = route.endpoint.path.replace(/\{(\w+)\}/g, ':$1');
    const router = routers.get(areaOf(path)) ?? new Router();
    routers.set(areaOf(path), router);
    router[route.endpoint.method](path, (ctx) => answerRoute(route, ctx as unknown as RouteContext, deps));
  }
  const answers = new Map([...routers].map(([area, router]) => [area, router.routes() as unknown as Koa.Middleware]));
  return [
    (ctx, next) => {
      const answer = answers.get(areaOf(ctx.path));
      return answer === undefined ? next() : (answer(ctx, next) as Promise<void>);
    },
    (ctx, next) => (ctx.path.startsWith('/api/') ? refuseUnknown(routers.get(areaOf(ctx.path)), ctx) : next()),
  ];
}

/**
 * Of the endpoints that our own pages ask within the process, those whose answer takes no request: data about who asks, at
 * one fixed path each. What is the same for everyone is kept with the head that it was sent with.
 */
export function routesAskedInside(routes: readonly Route[], deps: Deps): ReadonlyMap<string, Koa.Middleware> {
  const isAsked = ({ method, path, file, isCatalogPage }: Endpoint): boolean =>
    method === 'get' && !path.includes('{') && file === undefined && isCatalogPage !== true;
  return new Map(
    routes
      .filter(({ endpoint }) => isAsked(endpoint))
      .map((route) => [route.endpoint.path, (ctx) => answerRoute(route, ctx as unknown as RouteContext, deps)]),
  );
}

/** `drafts` of /api/drafts/…: a router tries its paths one after another, and there are hundreds. */
const areaOf = (path: string): string => path.split('/', 3)[2]?.toLowerCase() ?? '';

type RouteContext = Koa.Context & { params: Record<string, string>; state: CallState };

function refuseUnknown(router: Router | undefined, ctx: Koa.Context): never {
  const methods = new Set(router?.match(ctx.path, 'GET').path.flatMap((layer) => layer.methods));
  if (methods.size === 0) throw problem('record.not-found');
  ctx.set('allow', [...methods].sort().join(', '));
  throw problem('request.method');
}

async function answerRoute(route: Route, ctx: RouteContext, deps: Deps): Promise<void> {
  ctx.state['route'] = route.name;
  try {
    await handle(route, ctx, deps);
  } catch (error) {
    const refusal = toProblem(error);
    if (refusal.status < 500) await recordRefusal({ route, ctx, deps, code: refusal.code });
    throw refusal;
  }
}

async function handle(route: Route, ctx: RouteContext, deps: Deps): Promise<void> {
  const { endpoint } = route;
  const { principal } = ctx.state;
  requireAccess(endpoint.access, principal);
  const body = await readBody(ctx.req, endpoint);
  const raw = { params: ctx.params, query: new URLSearchParams(ctx.querystring), body };
  const input = parseInput(endpoint, raw, principal.locale) as Input<Endpoint>;
  const call = makeCall(ctx, deps, { input, idempotencyKey: readIdempotencyKey(endpoint, ctx) });
  const answer: unknown = await route.handler(input, call);
  requireOneAuditRow(route, call, deps);
  send(route, call, answer);
}

function makeCall(ctx: RouteContext, deps: Deps, sent: Pick<Call, 'input' | 'idempotencyKey'>): Call {
  let em: Em | undefined;
  return {
    ...sent,
    deps,
    ctx,
    principal: ctx.state.principal,
    now: deps.clock.now(),
    trace: { auditRows: 0, isReplay: false },
    // Made when it is asked for: a command has one of its own.
    get em() {
      refuseInTransaction('call.em is used');
      return (em ??= deps.orm.em.fork() as Em);
    },
  };
}

function readIdempotencyKey(declared: Endpoint, ctx: Koa.Context): string | undefined {
  const key = ctx.get('idempotency-key');
  if (key === '' && !declared.isIdempotent) return undefined;
  if (!keyForm.test(key)) throw problem('request.idempotency-key-missing');
  return key;
}

function send(route: Route, { ctx, trace }: Call, answer: unknown): void {
  const { name, endpoint } = route;
  ctx.status = endpoint.status ?? 200;
  const isForEveryone = endpoint.isCatalogPage === true && !trace.isCounted;
  // Personal answers stay out of every cache (R-DATA-5).
  ctx.set('cache-control', isForEveryone ? 'no-cache' : 'private, no-store');
  if (isForEveryone) ctx.set('x-yitang-cache', 'catalog');
  if (answer instanceof FileAnswer) return sendFile(ctx, answer);
  if (endpoint.file !== undefined) throw new Error(`the handler of "${name}" must return a FileAnswer`);
  const write = (content: unknown): string => JSON.stringify(held(route, content));
  const body = answer instanceof RepeatedAnswer ? answer.bytes(write) : write(answer);
  if (ctx.status === 204) return void (ctx.body = null);
  ctx.set('content-type', 'application/json; charset=utf-8');
  ctx.body = body;
}

/** Also where it costs a little: a field that the contract does not name must not leave. */
function held({ name, endpoint }: Route, answer: unknown): unknown {
  const checked = endpoint.output.safeParse(answer);
  if (checked.success) return checked.data;
  throw new Error(`the answer of "${name}" is not what the contract says: ${checked.error.message}`);
}

/** Every call that may change something (R-AUD-1) or hands out what is of others (R-AUD-2) leaves exactly one row; any test finds a handler that forgot. */
function requireOneAuditRow(route: Route, call: Call, deps: Deps): void {
  const { endpoint } = route;
  if (!(isMutating(endpoint) || endpoint.isPersonal) || call.trace.isReplay || call.trace.auditRows === 1) return;
  const fault = `the endpoint "${route.name}" wrote ${call.trace.auditRows} audit rows instead of one`;
  if (deps.config.mode === 'test' || deps.config.mode === 'development') throw new Error(fault);
  deps.log.error({ route: route.name }, fault);
}

interface Refused {
  readonly route: Route;
  readonly ctx: RouteContext;
  readonly deps: Deps;
  readonly code: ErrorCode;
}

/** Refused changes are recorded, and so are looks at what somebody may not see. */
async function recordRefusal({ route, ctx, deps, code }: Refused): Promise<void> {
  const { principal } = ctx.state;
  const isForbidden = statusOf(code) === 403 || statusOf(code) === 404;
  const isSnooping = isForbidden && principal.kind !== 'anonymous' && !route.endpoint.isCatalogPage;
  if (!isMutating(route.endpoint) && !isSnooping) return;
  const target = { type: 'endpoint', id: [route.name, ...subjectOf(route, ctx)].join('/').slice(0, 100) };
  try {
    await deps.audit.refuse(principal, { action: route.name, target, code });
  } catch (error) {
    deps.log.error({ err: error, route: route.name }, 'a refusal could not be recorded');
  }
}

/** What an address was made up of may be anything, an ID number too: only what has the form that it should is recorded. */
const subjectOf = ({ endpoint }: Route, { params }: RouteContext): string[] =>
  endpoint.params?.safeParse(params).success ? Object.values(params) : [];
