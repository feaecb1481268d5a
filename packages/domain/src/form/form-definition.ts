import type { IdDocumentType } from '../person/id-document.ts';
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

/** What each kind stores stands in docs/forms.md. */
export type FormField =
  | TextField<'text'>
  | TextField<'paragraph'>
  | NumberField
  | MoneyField
  | DateField
  | DateRangeField
  | TimeField
  | YearMonthField
  | ChoiceField<'choice'>
  | ChoiceField<'choices'>
  | ConsentField
  | PlainField<'phone'>
  | PlainField<'email'>
  | PersonField
  | AddressField
  | BankAccountField
  | TableField
  | FileField
  | ComputedField
  | NoteField;
export type FieldKind = FormField['kind'];
/** In the order in which an editor offers them. */
export const fieldKindNames = [
  'text',
  'paragraph',
  'number',
  'money',
  'date',
  'date-range',
  'time',
  'year-month',
  'choice',
  'choices',
  'phone',
  'email',
  'person',
  'address',
  'bank-account',
  'table',
  'file',
  'computed',
  'consent',
  'note',
] as const satisfies readonly FieldKind[];
export type FieldOf<K extends FieldKind> = Extract<FormField, { readonly kind: K }>;

export interface FieldBase {
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
  /** Personal and to be masked on screens of staff until revealed; people and bank accounts are unless it says `false`. */
  readonly isSensitive?: boolean | undefined;
}

export interface TextField<K extends 'text' | 'paragraph' = 'text' | 'paragraph'> extends FieldBase {
  readonly kind: K;
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
export interface MoneyField extends FieldBase {
  readonly kind: 'money';
  /** In fen, as the answer is; typed and shown in yuan. */
  readonly min: number;
  readonly max: number;
}
/** Bounds in days from the day of filling in. */
interface DayBounds {
  readonly earliestInDays?: number | undefined;
  readonly latestInDays?: number | undefined;
}
export interface DateField extends FieldBase, DayBounds {
  readonly kind: 'date';
  /** The date may not lie before the answer of this field. */
  readonly notBefore?: string | undefined;
}
export interface DateRangeField extends FieldBase, DayBounds {
  readonly kind: 'date-range';
  /** Both ends counted. */
  readonly maxDays?: number | undefined;
}
export interface TimeField extends FieldBase {
  readonly kind: 'time';
  /** HH:MM */
  readonly earliest?: string | undefined;
  readonly latest?: string | undefined;
}
export interface YearMonthField extends FieldBase {
  readonly kind: 'year-month';
  /** YYYY-MM */
  readonly earliest?: string | undefined;
  readonly latest?: string | undefined;
}
export interface ChoiceField<K extends 'choice' | 'choices' = 'choice' | 'choices'> extends FieldBase {
  readonly kind: K;
  readonly options: readonly { readonly value: string; readonly label: LocalText }[];
}
export interface ConsentField extends FieldBase {
  readonly kind: 'consent';
  /** The sentence that is agreed to. */
  readonly statement: LocalText;
}
export interface PlainField<K extends 'phone' | 'email'> extends FieldBase {
  readonly kind: K;
}
/** Somebody by name, kind of document and its number. */
export interface PersonField extends FieldBase {
  readonly kind: 'person';
  /** Which documents are taken; absent: all. */
  readonly idTypes?: readonly IdDocumentType[] | undefined;
}
export interface AddressField extends FieldBase {
  readonly kind: 'address';
  /** Also asks for the postcode, without which nothing can be sent. */
  readonly asksPostcode?: boolean | undefined;
}
export interface BankAccountField extends FieldBase {
  readonly kind: 'bank-account';
  /** Takes cards of persons only; otherwise accounts of companies too, whose numbers have no check digit. */
  readonly isCardOnly?: boolean | undefined;
}
/** Rows of simple columns. */
export interface TableField extends FieldBase {
  readonly kind: 'table';
  readonly columns: readonly TableColumn[];
  readonly minRows: number;
  readonly maxRows: number;
}
export const columnKinds = ['text', 'number', 'money', 'date', 'choice'] as const;
export type ColumnKind = (typeof columnKinds)[number];
/** A column is asked like a field of its kind, row by row; of a field it has no condition and no known data. */
export type TableColumn = FieldOf<ColumnKind>;
/** Shows the upload of one required material on this page; the file belongs to the material, so there is no answer. */
export interface FileField extends FieldBase {
  readonly kind: 'file';
  readonly requirement: string;
}
/** Reckoned from earlier answers whenever they change; nobody types it. */
export interface ComputedField extends FieldBase {
  readonly kind: 'computed';
  readonly operation: ComputedOperation;
  readonly of: readonly ComputedSource[];
  /** Its sources are amounts: it counts fen and is shown in yuan. */
  readonly isAmount?: boolean | undefined;
  readonly unit?: LocalText | undefined;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}
/** sum of all · first less the others · rows or chosen options · days of a period, both ends counted */
export const computedOperations = ['sum', 'difference', 'count', 'days'] as const;
export type ComputedOperation = (typeof computedOperations)[number];
export interface ComputedSource {
  readonly field: string;
  /** Of a table: the column whose rows are added up. */
  readonly column?: string | undefined;
}
/** A paragraph to read. */
export interface NoteField extends FieldBase {
  readonly kind: 'note';
  readonly statement: LocalText;
}

export type Condition =
  | { readonly field: string; readonly equals: string }
  | { readonly field: string; readonly includes: string }
  /** Of a number, an amount (fen), a computed value, or the rows of a table. */
  | { readonly field: string; readonly atLeast: number }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

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

/** An answer in parts (`name`, `idNumber`), or a row of a table by column. */
export type AnswerParts = Readonly<Record<string, string | number>>;
export type AnswerValue = string | number | boolean | readonly string[] | AnswerParts | readonly AnswerParts[];
export type Answers = Readonly<Record<string, AnswerValue>>;
