import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import type { InProcessQuestion } from '@yitang/contract';
import type Koa from 'koa';
import type { OfPage, PageVisit } from './page-visit.ts';

export interface InsideAnswer {
  readonly status: number;
  /** By lower-case names. */
  readonly headers: OutgoingHttpHeaders;
  /** JSON, or nothing. */
  readonly body: string | Buffer;
}

/** Answers what our own pages ask; undefined where the question must be put as a request. */
export type AnswerInside = (question: InProcessQuestion, visit?: PageVisit) => Promise<InsideAnswer> | undefined;

/** The steps that a call of the endpoint at this path takes, the outermost first; undefined where it is not answered here. */
export type StepsOf = (path: string) => readonly Koa.Middleware[] | undefined;

/**
 * Every page asks who reads it. Such a question takes the steps of a request that decide, count and record, and none of
 * those that only matter where a head and bytes go over a connection: those cost several times the answer.
 */
export function answerInside(stepsOf: StepsOf): AnswerInside {
  return ({ target, headers }, visit) => {
    const mark = target.indexOf('?');
    const path = mark === -1 ? target : target.slice(0, mark);
    const steps = stepsOf(path);
    if (steps === undefined) return undefined;
    const call = new InsideCall({ path, querystring: mark === -1 ? '' : target.slice(mark + 1), headers, visit });
    return walk(call as unknown as Koa.Context, steps).then(() => call.answer());
  };
}

async function walk(ctx: Koa.Context, steps: readonly Koa.Middleware[], at = 0): Promise<void> {
  await steps[at]?.(ctx, () => walk(ctx, steps, at + 1));
}

interface Asked {
  readonly path: string;
  readonly querystring: string;
  readonly headers: IncomingHttpHeaders;
  readonly visit: PageVisit | undefined;
}

type Value = number | string | string[];

/** What those steps use of Koa's context. */
class InsideCall {
  status = 404;
  body: string | Buffer | null | undefined;
  readonly method = 'GET';
  readonly path: string;
  readonly querystring: string;
  readonly params = {};
  readonly state = {};
  readonly req: Pick<IncomingMessage, 'headers' | 'complete' | 'setTimeout'> & OfPage & { socket: object };
  readonly #headers: Record<string, Value> = {};

  constructor({ path, querystring, headers, visit }: Asked) {
    this.path = path;
    this.querystring = querystring;
    // There is no connection whose silence could be allowed for.
    const setTimeout = (): IncomingMessage => this.req as IncomingMessage;
    this.req = { headers, visit, complete: true, socket: { remoteAddress: '127.0.0.1' }, setTimeout };
  }

  get(name: string): string {
    return this.req.headers[name.toLowerCase()]?.toString() ?? '';
  }

  set(name: string, value: Value): void {
    this.#headers[name.toLowerCase()] = value;
  }

  remove(name: string): void {
    delete this.#headers[name.toLowerCase()];
  }

  answer(): InsideAnswer {
    return { status: this.status, headers: this.#headers, body: this.body ?? '' };
  }
}
