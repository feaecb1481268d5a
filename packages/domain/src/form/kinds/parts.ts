import type { AnswerParts, AnswerValue } from '../form-definition.ts';
import { isBlank, wrong, type FieldResult, type PartIssue, plainText } from './kind-rules.ts';

/** How one part of an answer is judged: what was sent of it, and what the others are. */
export interface PartRule {
  readonly key: string;
  readonly isOptional?: boolean;
  readonly check: (raw: unknown, others: Readonly<Record<string, unknown>>) => FieldResult;
}

/** An answer in parts: every part that is missing or wrong is named; parts that nobody asked for are refused. */
export function checkParts(raw: unknown, rules: readonly PartRule[]): FieldResult {
  if (!isRecord(raw)) return wrong('field.wrong-type');
  const issues: PartIssue[] = Object.keys(raw)
    .filter((key) => rules.every((rule) => rule.key !== key))
    .map((part) => ({ code: 'field.unknown', part }));
  const value: Record<string, string | number> = {};
  for (const { key, isOptional, check } of rules) {
    const part = Object.hasOwn(raw, key) ? raw[key] : undefined;
    const result: FieldResult = isBlank(part) ? { ok: true, value: undefined } : check(part, raw);
    if (!result.ok) issues.push(...result.issues.map((issue) => ({ ...issue, part: key })));
    else if (typeof result.value === 'string' || typeof result.value === 'number') value[key] = result.value;
    else if (isOptional !== true) issues.push({ code: 'field.required', part: key });
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value };
}

/** Nothing was typed into any part. */
export function areAllBlank(raw: unknown): boolean {
  if (Array.isArray(raw)) return raw.every(areAllBlank);
  return isRecord(raw) ? Object.values(raw).every(isBlank) : isBlank(raw);
}

export function isRecord(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

/** The parts of an answer that was kept, faults and all. */
export function partsOf(value: AnswerValue): AnswerParts {
  return isRecord(value) ? value : {};
}

export function partText(value: AnswerValue, key: string): string {
  const parts = partsOf(value);
  return Object.hasOwn(parts, key) ? plainText(parts[key] ?? '') : '';
}
