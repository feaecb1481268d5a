import { error, fail, redirect, type ActionFailure } from '@sveltejs/kit';
import { ApiError, createClient, endpoints, type Ask, type Client, type Endpoints } from '@yitang/contract';
import { askingFor, type Asker } from './ask-api.ts';

/** What may be done once asks for the key that `<OnceKey />` put into the form. */
type Once<E extends Endpoints[keyof Endpoints]> = E extends { readonly isIdempotent: true }
  ? { readonly idempotencyKey: string }
  : unknown;
export type Api = {
  readonly [K in keyof Endpoints]: (
    ...call: Parameters<Client<Endpoints>[K]> extends [infer C]
      ? [call: C & Once<Endpoints[K]>]
      : Parameters<Client<Endpoints>[K]>
  ) => ReturnType<Client<Endpoints>[K]>;
};

/** What a form shows when the API refused it; `field` is as the form names it (`reason`, not `body.reason`). */
export interface FormFailure {
  readonly message: string;
  readonly code: string;
  readonly issues: { readonly field: string; readonly message: string }[];
}

/** Where to sign in and come back to the page that was wanted. */
export function signInPath(url: URL): string {
  const wanted = url.pathname + withoutActionName(url.searchParams);
  return `/auth/login?return=${encodeURIComponent(wanted)}`;
}

/** The search without the name of a form action (`?/name`): coming back to it by a link would not run it. */
export function withoutActionName(search: URLSearchParams): string {
  const kept = [...search].filter(([name]) => !name.startsWith('/'));
  const text = new URLSearchParams(kept).toString();
  return text === '' ? '' : `?${text}`;
}

/**
 * The API as the person of this request. Someone who is not signed in (any more) is sent to sign in and returned; all
 * other refusals are thrown as ApiError, for `toFail` in actions and `toError` in loads.
 * @param here the page to come back to
 */
export function api(event: Asker, here: URL = event.url): Api {
  const ask = askingFor(event);
  const askOrSignIn: Ask = async (path, init) => {
    const answer = await ask(path, init);
    if (answer.status === 401) redirect(303, signInPath(here));
    return answer;
  };
  return createClient(endpoints, askOrSignIn);
}

/** `body.answers.reason` → `answers.reason`, and with `strip: 'answers.'` → `reason`. */
function fieldOf(path: string, strip: string): string {
  const field = path.replace(/^(body|query|params)\./, '');
  return strip !== '' && field.startsWith(strip) ? field.slice(strip.length) : field;
}

function failureOf(refused: ApiError, strip = ''): FormFailure {
  const { problem } = refused;
  return {
    message: problem.detail || problem.title,
    code: problem.code,
    issues: problem.issues.map((issue) => ({ field: fieldOf(issue.field, strip), message: issue.message })),
  };
}

/**
 * For form actions: `catch (refused) { return toFail(refused, { values }) }` keeps what was typed and says what is wrong.
 * What is no refusal of the API (a redirect, a fault of ours) is thrown on.
 */
export function toFail<Kept extends object = object>(
  refused: unknown,
  kept: Kept = {} as Kept,
  options: { readonly strip?: string } = {},
): ActionFailure<FormFailure & Kept> {
  if (!(refused instanceof ApiError)) throw refused;
  return fail(refused.status, { ...kept, ...failureOf(refused, options.strip) });
}

/** For loads: `const view = await api(event).getMatter({ params }).catch(toError)` shows the error page of that status. */
export function toError(refused: unknown): never {
  if (!(refused instanceof ApiError)) throw refused;
  const { problem } = refused;
  error(refused.status, problem.detail || problem.title, { code: problem.code, requestId: problem.instance });
}
