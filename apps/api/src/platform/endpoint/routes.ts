import type { Endpoint } from '@yitang/contract';
import type { Handler } from './call.ts';

/** A declared endpoint with what answers it. */
export interface Route {
  readonly name: string;
  readonly endpoint: Endpoint;
  readonly handler: Handler<Endpoint>;
}

/**
 * `routes(caseEndpoints, { submitDraft: (input, call) => submitDraft(call, input.params.draftId), … })`
 *
 * A part of the contract may be split over modules: each names the endpoints that it answers. `createApp` refuses an
 * endpoint that is answered twice.
 */
export function routes<const T extends Record<string, Endpoint>, const K extends keyof T & string>(
  part: T,
  handlers: { readonly [N in K]: Handler<T[N]> },
): readonly Route[] {
  return (Object.entries(handlers) as [K, unknown][]).map(([name, handler]) => {
    const endpoint = part[name];
    if (endpoint === undefined) throw new Error(`the contract declares no endpoint "${name}"`);
    return { name, endpoint, handler: handler as Handler<Endpoint> };
  });
}
