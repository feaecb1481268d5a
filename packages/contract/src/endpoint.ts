import { z } from 'zod';
import type { Role } from '@yitang/domain/vocabulary';

/**
 * Who may call an endpoint. There is no default: a declaration without `access` does not compile.
 * - `public`: anyone, signed in or not.
 * - `signed-in`: any person with a session.
 * - `applicant`: a signed-in person acting for themselves.
 * - roles: a person whose active grant has one of them, or (with `machine-client`) a program with a key.
 * What a caller may do with one record is asked again after it is loaded.
 */
export type Access = 'public' | 'signed-in' | 'applicant' | readonly Exclude<Role, 'applicant'>[];

export type Method = 'get' | 'post' | 'put' | 'delete';

export interface Endpoint {
  readonly method: Method;
  /** `/api/drafts/{draftId}`: names in braces are `params`. */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** Multipart upload: the handler reads the stream itself. */
  readonly upload?: true;
  /** Bytes of this media type instead of JSON. */
  readonly file?: string;
  /** 200 unless named. */
  readonly status?: 200 | 201 | 202 | 204;
  readonly output: z.ZodType;
  /** The answer is the same for every visitor until the catalog changes. */
  readonly isCatalogPage?: true;
  /** The answer names other people: each call leaves one entry in the audit trail before it is answered (R-AUD-2). */
  readonly isPersonal?: true;
  /** A repeat with the same Idempotency-Key header gets the first answer; the header is required. */
  readonly isIdempotent?: true;
}

export const endpoint = <const E extends Endpoint>(declaration: E): E => declaration;

export const noContent = z.undefined();

type InputOf<E, K extends string> = E extends { readonly [key in K]: infer S extends z.ZodType }
  ? z.input<S>
  : undefined;
type ParsedOf<E, K extends string> = E extends { readonly [key in K]: infer S extends z.ZodType }
  ? z.output<S>
  : undefined;

/** What a handler receives: parsed and typed. */
export interface Input<E extends Endpoint> {
  readonly params: ParsedOf<E, 'params'>;
  readonly query: ParsedOf<E, 'query'>;
  readonly body: ParsedOf<E, 'body'>;
}
export type Output<E extends Endpoint> = z.output<E['output']>;
/** What a handler returns, before the output schema has checked it. */
export type Answer<E extends Endpoint> = z.input<E['output']>;

type Part<K extends string, V> = [V] extends [undefined]
  ? { readonly [key in K]?: undefined }
  : { readonly [key in K]: V };
/** A multipart form on its way through: its bytes as they come, and the content type that names its boundary. */
export interface PassedForm {
  readonly bytes: ReadableStream<Uint8Array>;
  readonly contentType: string;
}
/** What a caller sends. */
export type CallArguments<E extends Endpoint> = Part<'params', InputOf<E, 'params'>> &
  (E extends { readonly query: infer Q extends z.ZodType }
    ? { readonly query?: z.input<Q> }
    : { readonly query?: undefined }) &
  Part<'body', InputOf<E, 'body'>> & { readonly idempotencyKey?: string; readonly form?: FormData | PassedForm };
