import type { CivilDate } from '../vocabulary/index.ts';
import type { Answers, AnswerValue, FormDefinition } from './form-definition.ts';
import { validateForm } from './form-validation.ts';
import { compute } from './kinds/computed-kind.ts';
import type { Prefilled } from './prefill.ts';

export interface GivenAnswers {
  readonly definition: FormDefinition;
  /** As they were typed, faults and all. */
  readonly answers: Answers;
  readonly prefilled: Prefilled;
  readonly today: CivilDate;
}

/** Answers with known data filled in and what is reckoned from them, as conditions and pages see them. */
export function filledAnswers({ definition, answers, prefilled, today }: GivenAnswers): Answers {
  const known = Object.entries(prefilled).filter(([key, { isLocked }]) => isLocked || !Object.hasOwn(answers, key));
  const filled: Record<string, AnswerValue> = {
    ...answers,
    ...Object.fromEntries(known.map(([key, { value }]) => [key, value])),
  };
  const reckoned = definition.pages.flatMap(({ fields }) => fields.filter((field) => field.kind === 'computed'));
  if (reckoned.length === 0) return filled;
  const soFar: Record<string, AnswerValue> = { ...validateForm(definition, answers, { today, prefilled }).answers };
  for (const field of reckoned) {
    const value = compute(field, soFar);
    if (value === undefined) delete filled[field.key];
    else filled[field.key] = soFar[field.key] = value;
  }
  return filled;
}
