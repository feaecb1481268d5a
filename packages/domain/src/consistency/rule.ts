import type { FieldPath, MatterContent } from '../catalog/index.ts';
import type { RuleId, Severity } from '../vocabulary/index.ts';
import type { RuleContext } from './rule-context.ts';

export type BreachParams = Readonly<Record<string, string | number>>;

/** Where a rule is broken: the field, and of a list the entry (from 0). */
export interface Finding {
  readonly path: FieldPath;
  readonly at?: number | undefined;
  /** What the sentence names. */
  readonly params?: BreachParams | undefined;
}

export interface Rule {
  readonly id: RuleId;
  readonly severity: Severity;
  /** Fields that it can point at. */
  readonly paths: readonly FieldPath[];
  readonly find: (content: MatterContent, context: RuleContext) => readonly Finding[];
}

/** A broken rule, as it is told and linked. */
export interface Breach extends Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
}

/** One finding where the condition holds, none otherwise. */
export function when(isBroken: boolean, path: Finding['path'], params?: BreachParams): readonly Finding[] {
  return isBroken ? [{ path, params }] : [];
}

/** A finding for each entry that breaks the rule; `paramsOf` answers undefined for one that keeps it. */
export function each<T>(
  path: Finding['path'],
  entries: readonly T[] | null | undefined,
  paramsOf: (entry: T, at: number) => BreachParams | undefined,
): readonly Finding[] {
  return (entries ?? []).flatMap((entry, at) => {
    const params = paramsOf(entry, at);
    return params === undefined ? [] : [{ path, at, params }];
  });
}
