import { stdSerializers } from 'pino';

const secretNames: ReadonlySet<string> = new Set([
  'authorization',
  'cookie',
  'password',
  'secret',
  'token',
  'ticket',
  'idNumber',
  'phone',
  'email',
  'answers',
  'set-cookie',
]);
const censored = '[redacted]';
/** A cycle ends here; nothing that is logged on purpose lies deeper. */
const deepest = 6;

/**
 * What is logged, with the values of named secrets struck out at any depth. Most lines have none and are given back as
 * they are: a line is written for each request, so a copy of each would cost more than many an answer.
 */
export const withoutSecrets = (logged: Record<string, unknown>): Record<string, unknown> => cleanRecord(logged, 0);

function cleanRecord(record: Record<string, unknown>, depth: number): Record<string, unknown> {
  let copy: Record<string, unknown> | undefined;
  for (const name of Object.keys(record)) {
    const value = record[name];
    const clean = secretNames.has(name) ? censored : cleanValue(value, depth + 1);
    if (clean === value) continue;
    copy ??= { ...record };
    copy[name] = clean;
  }
  return copy ?? record;
}

function cleanValue(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > deepest) return '[deep]';
  if (value instanceof Error) return cleanRecord({ ...stdSerializers.err(value) }, depth);
  if (Array.isArray(value)) return value.map((one) => cleanValue(one, depth + 1));
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null
    ? cleanRecord(value as Record<string, unknown>, depth)
    : value;
}
