import type { CivilDate, LocalText } from '../vocabulary/index.ts';
import type { Answers, AnswerValue, FormDefinition, FormField } from './form-definition.ts';
import { validateField } from './field-validation.ts';
import { rulesOf } from './kinds/field-kinds.ts';
import { isRecord } from './kinds/parts.ts';
import type { Prefilled } from './prefill.ts';

export const questionChanges = ['changed', 'new', 'removed'] as const;

/** A question that differs between two versions of a form. */
export interface QuestionChange {
  readonly key: string;
  readonly label: LocalText;
  readonly change: (typeof questionChanges)[number];
}

/** What is asked otherwise, anew or no longer, in the order of the newer form and then of the older. */
export function compareQuestions(before: FormDefinition, after: FormDefinition): readonly QuestionChange[] {
  const [old, now] = [questionsOf(before), questionsOf(after)];
  const asked = [...now.values()].flatMap((field): QuestionChange[] => {
    const { key, label } = field;
    const earlier = old.get(key);
    if (earlier === undefined) return [{ key, label, change: 'new' }];
    return JSON.stringify(earlier) === JSON.stringify(field) ? [] : [{ key, label, change: 'changed' }];
  });
  const gone = [...old.values()].filter(({ key }) => !now.has(key));
  return [...asked, ...gone.map(({ key, label }): QuestionChange => ({ key, label, change: 'removed' }))];
}

interface Copied {
  readonly before: FormDefinition;
  readonly after: FormDefinition;
  readonly answers: Answers;
}

/**
 * Answers of an earlier application that may be given again: to questions of the same kind, that still hold today. Known
 * data is fresher, and a consent is given anew each time.
 */
export function copyAnswers(
  { before, after, answers }: Copied,
  { today, prefilled }: { readonly today: CivilDate; readonly prefilled: Prefilled },
): Answers {
  const old = questionsOf(before);
  const copied: Record<string, AnswerValue> = {};
  for (const [key, field] of questionsOf(after)) {
    const isAgain = field.kind !== 'consent' && rulesOf(field).isSilent !== true && !isFresher(prefilled, key, answers);
    if (!isAgain || old.get(key)?.kind !== field.kind || !Object.hasOwn(answers, key)) continue;
    const result = validateField(field, answers[key], { today, answers: copied });
    if (result.ok && result.value !== undefined) copied[key] = result.value;
  }
  return copied;
}

/** What is known stands above what was typed; a name that is still the same doesn't take the rest of the answer with it. */
function isFresher(prefilled: Prefilled, key: string, answers: Answers): boolean {
  const known = Object.hasOwn(prefilled, key) ? prefilled[key]?.value : undefined;
  const typed = Object.hasOwn(answers, key) ? answers[key] : undefined;
  if (known === undefined) return false;
  if (!isRecord(known) || !isRecord(typed)) return true;
  return Object.entries(known).some(([part, value]) => typed[part] !== value);
}

function questionsOf({ pages }: FormDefinition): ReadonlyMap<string, FormField> {
  return new Map(pages.flatMap(({ fields }) => fields.map((field) => [field.key, field] as const)));
}
