import type { LocalText } from '../vocabulary/index.ts';

/** A form is versioned data: pages of fields. One definition gives the pages, the checks and the check-answers page. */
export interface FormDefinition {
  readonly pages: readonly FormPage[];
}

export interface FormPage {
  readonly key: string;
  readonly title: LocalText;
  readonly help?: LocalText | undefined;
  readonly showWhen?: Condition | undefined;
  /** 1 to 5 fields: one topic a page. */
  readonly fields: readonly FormField[];
}

export type FormField = TextField | NumberField | DateField | ChoiceField | PhoneField | ConsentField;
export type FieldKind = FormField['kind'];

interface FieldBase {
  /** Unique in the form; the key of the answer. */
  readonly key: string;
  readonly label: LocalText;
  readonly help?: LocalText | undefined;
  /** Answers are asked for unless marked optional. */
  readonly optional?: boolean | undefined;
  readonly showWhen?: Condition | undefined;
  /** Known data is filled in, shown with its source and not typed again. */
  readonly prefill?: PrefillSource | undefined;
  /** With `prefill`: the applicant can't change it, only say that it is wrong. */
  readonly isLocked?: boolean | undefined;
  /** Why this datum is needed (个人信息保护法: purpose is told before it is asked). */
  readonly purpose?: LocalText | undefined;
  /** Personal and to be masked on screens of staff until revealed. */
  readonly isSensitive?: boolean | undefined;
}

export interface TextField extends FieldBase {
  readonly kind: 'text' | 'paragraph';
  readonly maxLength: number;
  readonly minLength?: number | undefined;
  readonly pattern?: { readonly source: string; readonly message: LocalText } | undefined;
}
export interface NumberField extends FieldBase {
  readonly kind: 'number';
  /** Integers only; `unit` names what is counted (份, 天, 分). */
  readonly min: number;
  readonly max: number;
  readonly unit?: LocalText | undefined;
}
export interface DateField extends FieldBase {
  readonly kind: 'date';
  /** Bounds in days from the day of filling in. */
  readonly earliestInDays?: number | undefined;
  readonly latestInDays?: number | undefined;
  /** The date may not lie before the answer of this field. */
  readonly notBefore?: string | undefined;
}
export interface ChoiceField extends FieldBase {
  readonly kind: 'choice' | 'choices';
  readonly options: readonly { readonly value: string; readonly label: LocalText }[];
}
export interface PhoneField extends FieldBase {
  readonly kind: 'phone';
}
export interface ConsentField extends FieldBase {
  readonly kind: 'consent';
  /** The sentence that is agreed to. */
  readonly statement: LocalText;
}

export type Condition =
  | { readonly field: string; readonly equals: string }
  | { readonly field: string; readonly includes: string }
  | { readonly all: readonly Condition[] };

export const prefillSources = [
  'person.name',
  'person.phone',
  'person.email',
  'affiliation.number',
  'affiliation.department',
  'affiliation.programme',
  'affiliation.grade',
  'affiliation.since',
  'affiliation.expectedEnd',
  'affiliation.position',
  'student.name',
  'student.number',
  'student.department',
] as const;
/** Where known data comes from; `student.*` is the student who invited the parent. */
export type PrefillSource = (typeof prefillSources)[number];

/** text, paragraph, date, choice, phone: string · number: integer · choices: string[] · consent: boolean. */
export type AnswerValue = string | number | boolean | readonly string[];
export type Answers = Readonly<Record<string, AnswerValue>>;
