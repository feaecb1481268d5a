import type { AnswerValue, FormDefinition, PrefillSource } from './form-definition.ts';
import { rulesOf } from './kinds/field-kinds.ts';

/** What the university knows already; absent where it doesn't. */
export type KnownData = Readonly<Partial<Record<PrefillSource, string | null>>>;

export interface PrefilledValue {
  readonly value: AnswerValue;
  readonly source: PrefillSource;
  /** The applicant can't change it, only say that it is wrong. */
  readonly isLocked: boolean;
}

/** By the key of the field. */
export type Prefilled = Readonly<Record<string, PrefilledValue>>;

/** Known values for the fields that ask for them, each with its source. What is not known is asked, locked or not. */
export function prefill(definition: FormDefinition, known: KnownData): Prefilled {
  const fields = definition.pages.flatMap((page) => page.fields);
  return Object.fromEntries(
    fields.flatMap((field) => {
      const { key, prefill: source, isLocked } = field;
      const text = source && known[source];
      const value = text ? rulesOf(field).prefill?.(text) : undefined;
      return source && value !== undefined ? [[key, { value, source, isLocked: isLocked === true }] as const] : [];
    }),
  );
}
