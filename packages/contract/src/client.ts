import type { Problem } from './problem.ts';
import type { CallArguments, Endpoint, Output, PassedForm } from './endpoint.ts';
import type { ApiAnswer } from './in-process.ts';

/** A request that the API refused, with its problem document. */
export class ApiError extends Error {
  readonly status: number;
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.title);
    this.name = 'ApiError';
    this.status = problem.status;
    this.problem = problem;
  }
}

type NeedsArguments<E extends Endpoint> = E extends { readonly params: unknown } | { readonly body: unknown }
  ? true
  : false;
export type Client<T extends Record<string, Endpoint>> = {
  readonly [K in keyof T]: NeedsArguments<T[K]> extends true
    ? (call: CallArguments<T[K]>) => Promise<Output<T[K]>>
    : (call?: CallArguments<T[K]>) => Promise<Output<T[K]>>;
};

interface AnyCall {
  readonly params?: Record<string, unknown>;
  readonly query?: Record<string, unknown>;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  readonly form?: FormData | PassedForm;
}

/** `/api/drafts/{draftId}` with its names filled in and the query behind it. */
export function pathOf(declared: Endpoint, call: Pick<AnyCall, 'params' | 'query'> = {}): string {
  const path = declared.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(call.params?.[name])),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(call.query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') query.append(name, String(one));
    }
  }
  const search = query.toString();
  return search === '' ? path : `${path}?${search}`;
}

/** How a client sends a request: `fetch`, or what does the same for the API alone. */
export type Ask = (path: string, init: RequestInit) => Promise<ApiAnswer>;

/** One client for the browser, for pages on the server and for tests: hand in the right fetch. */
export function createClient<T extends Record<string, Endpoint>>(endpoints: T, ask: Ask, base = ''): Client<T> {
  const callerOf =
    (declared: Endpoint) =>
    async (call: AnyCall = {}) => {
      const headers: Record<string, string> = { accept: declared.file ?? 'application/json' };
      if (call.idempotencyKey !== undefined) headers['idempotency-key'] = call.idempotencyKey;
      const answer = await ask(base + pathOf(declared, call), {
        method: declared.method.toUpperCase(),
        ...bodyOf(call, headers),
      });
      return readAnswer(declared, answer);
    };
  // A page makes a client for each request and calls two of hundreds: what is not called is not made.
  const get = (_target: object, name: string | symbol): unknown =>
    typeof name === 'string' && Object.hasOwn(endpoints, name) ? callerOf(endpoints[name]!) : undefined;
  return new Proxy({}, { get }) as Client<T>;
}

type Sent = Pick<RequestInit, 'headers' | 'body'> & { readonly duplex?: 'half' };

function bodyOf({ body, form }: AnyCall, headers: Record<string, string>): Sent {
  if (form === undefined) {
    return body === undefined
      ? { headers }
      : { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
  }
  if (form instanceof FormData) return { headers, body: form };
  return { headers: { ...headers, 'content-type': form.contentType }, body: form.bytes, duplex: 'half' };
}

async function readAnswer(declared: Endpoint, answer: ApiAnswer): Promise<unknown> {
  if (!answer.ok) throw new ApiError(await readProblem(answer));
  if (answer.status === 204) return undefined;
  return declared.file === undefined ? answer.json() : answer.arrayBuffer();
}

async function readProblem(answer: ApiAnswer): Promise<Problem> {
  const body: unknown = await answer.json().catch(() => undefined);
  if (typeof body === 'object' && body !== null && 'code' in body) return body as Problem;
  const instance = answer.headers.get('x-request-id') ?? '';
  return {
    type: 'about:blank',
    title: answer.statusText,
    status: answer.status,
    code: 'service.unavailable',
    detail: '',
    instance,
    issues: [],
  };
}
