import type { IncomingMessage } from 'node:http';
import type Koa from 'koa';
import type { Log } from '../logger/index.ts';
import { problem, ProblemError, renderProblem } from '../problem/index.ts';
import { anonymousPrincipal, principalKey, type Principal } from '../principal/index.ts';
import { toProblem } from '../endpoint/index.ts';
import { deadlineOf, usualDeadline } from './deadline.ts';
import type { HttpMetrics } from './metrics.ts';
import { pathToLog } from './path-to-log.ts';
import { readFacts, type FactsOptions, type RequestOrigin } from './request-facts.ts';

export interface FrameOptions extends FactsOptions {
  readonly log: Log;
  readonly metrics: HttpMetrics;
}

interface FrameState extends RequestOrigin {
  principal: Principal;
  route?: string;
}

/** How long what is too large is still read. */
const dropMilliseconds = 5_000;

/** Outermost: names the request, answers every error as a problem, ends what takes too long, measures and logs. */
export function frame(options: FrameOptions): Koa.Middleware {
  const { log, metrics } = options;
  return async (ctx, next) => {
    const start = performance.now();
    const facts = readFacts(ctx.req, options);
    Object.assign(ctx.state, facts, { principal: anonymousPrincipal(facts) });
    ctx.set('x-request-id', facts.requestId);
    try {
      await beforeDeadline(ctx, next());
      if (ctx.status === 404 && ctx.body === undefined) throw problem('record.not-found');
    } catch (error) {
      answerProblem(ctx, error, log);
    }
    const { principal, route } = ctx.state as FrameState;
    const seconds = (performance.now() - start) / 1000;
    metrics.observe({ method: ctx.method, route: route ?? 'other', status: ctx.status }, seconds);
    log.info(
      {
        requestId: facts.requestId,
        method: ctx.method,
        path: pathToLog(ctx.path),
        status: ctx.status,
        ms: Math.round(seconds * 1000),
        who: principalKey(principal),
      },
      'request',
    );
  };
}

function answerProblem(ctx: Koa.Context, error: unknown, log: Log): void {
  const refusal = toProblem(isHttpError(error) ? fromHttpError(error) : error);
  const { requestId, locale, route } = ctx.state as FrameState;
  if (refusal.status >= 500)
    log[refusal.status === 503 ? 'warn' : 'error'](
      { requestId, route, code: refusal.code, err: refusal.cause ?? refusal },
      'request failed',
    );
  ctx.status = refusal.status;
  ctx.body = JSON.stringify(renderProblem(refusal, { requestId, locale }));
  ctx.set('content-type', 'application/problem+json; charset=utf-8');
  ctx.set('cache-control', 'no-store');
  ctx.remove('x-yitang-cache');
  if (refusal.retryAfter !== undefined) ctx.set('retry-after', String(refusal.retryAfter));
  if (refusal.status === 413) dropRest(ctx.req);
}

/**
 * What still comes of a body that was too large is dropped for a while: whoever is cut off while sending never reads why.
 * Then the connection ends.
 */
function dropRest(request: IncomingMessage): void {
  request.resume();
  const { socket } = request;
  setTimeout(() => !request.complete && socket.destroy(), dropMilliseconds).unref();
}

/** Koa and its middleware throw these. */
function isHttpError(error: unknown): error is Error & { status: number } {
  return (
    error instanceof Error && 'status' in error && typeof error.status === 'number' && !(error instanceof ProblemError)
  );
}

function fromHttpError(error: Error & { status: number }): ProblemError {
  const code = (
    { 404: 'record.not-found', 405: 'request.method', 413: 'request.too-large', 415: 'request.media-type' } as const
  )[error.status];
  return problem(code ?? (error.status < 500 ? 'request.unreadable' : 'service.failed'), { cause: error });
}

/** Where the work may take long, the connection may be silent for longer too. */
function deadlineFor(ctx: Koa.Context): number {
  const milliseconds = deadlineOf(ctx.path, ctx.get('content-type'));
  if (milliseconds !== usualDeadline) ctx.req.setTimeout(milliseconds + 10_000);
  return milliseconds;
}

/** The work goes on behind an answered deadline; what it did is found again by the command's key. */
async function beforeDeadline(ctx: Koa.Context, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(lateProblem(ctx)), deadlineFor(ctx));
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}

function lateProblem(ctx: Koa.Context): ProblemError {
  if (ctx.req.complete)
    return problem('service.unavailable', { cause: new Error('the deadline of the request passed'), retryAfter: 5 });
  // It was the sender who took so long; the rest is not waited for.
  ctx.set('connection', 'close');
  return problem('request.unreadable');
}
