import type { Endpoint, Issue } from '@yitang/contract';
import type { Locale } from '@yitang/domain/vocabulary';
import { z } from 'zod';
import { problem } from '../problem/index.ts';
import { inputSentences } from './input-sentences.ts';
import { requirePlainKey, requireWholeText } from './plain-json.ts';

export interface RawInput {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

const longestQuery = 100;

/**
 * Input as the contract declares it, every fault at once.
 * @throws ProblemError `request.invalid`
 */
export function parseInput(
  declared: Endpoint,
  raw: RawInput,
  locale: Locale,
): { params: unknown; query: unknown; body: unknown } {
  const issues: Issue[] = [];
  const check = (where: 'params' | 'query' | 'body', value: unknown): unknown => {
    const schema = declared[where] ?? (value === undefined ? undefined : nothing);
    if (schema === undefined) return undefined;
    const result = schema.safeParse(value, { error: inputSentences[locale] });
    if (result.success) return declared[where] === undefined ? undefined : result.data;
    issues.push(...result.error.issues.flatMap((issue) => describe(where, issue)));
    return undefined;
  };
  for (const value of Object.values(raw.params)) requireWholeText(value);
  const params = declared.params === undefined ? undefined : check('params', raw.params);
  const query = check('query', queryObject(raw.query, declared.query));
  const body = check('body', raw.body);
  if (issues.length > 0) throw problem('request.invalid', { issues });
  return { params, query, body };
}

/** For what an endpoint does not declare: nothing but nothing is accepted. */
const nothing = z.strictObject({});

type QueryValues = Record<string, string | string[]>;

function queryObject(search: URLSearchParams, schema: z.ZodType | undefined): QueryValues | undefined {
  if (search.size === 0 && schema === undefined) return undefined;
  if (search.size > longestQuery) throw problem('request.unreadable');
  const query: QueryValues = {};
  search.forEach((value, name) => {
    requirePlainKey(name);
    requireWholeText(value);
    if (Object.hasOwn(query, name)) query[name] = [query[name]!, value].flat();
    else query[name] = isList(schema, name) ? [value] : value;
  });
  return query;
}

/** Whether a query parameter may be given several times. */
function isList(schema: z.ZodType | undefined, name: string): boolean {
  if (!(schema instanceof z.ZodObject)) return false;
  let lists = listsOf.get(schema);
  if (lists === undefined) listsOf.set(schema, (lists = listNames(schema)));
  return lists.has(name);
}

/** Kept, because a search asks for it while somebody types. */
const listsOf = new WeakMap<z.ZodObject, ReadonlySet<string>>();

function listNames(schema: z.ZodObject): ReadonlySet<string> {
  const names = Object.keys(schema.shape).filter((name) => {
    let inner: unknown = (schema.shape as Record<string, unknown>)[name];
    while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault || inner instanceof z.ZodNullable)
      inner = inner.unwrap();
    return inner instanceof z.ZodArray;
  });
  return new Set(names);
}

function describe(where: string, issue: z.core.$ZodIssue): Issue[] {
  const path = [where, ...issue.path.map(String)];
  const names = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path];
  return names.map((parts) => ({ field: parts.join('.'), code: issue.code, message: issue.message }));
}
