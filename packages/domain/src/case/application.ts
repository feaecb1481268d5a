import { isUploaded, type MaterialRequirement, type UploadType } from '../catalog/index.ts';
import { type Answers, type FormDefinition, isVisible, type Prefilled, validateForm } from '../form/index.ts';
import type { CivilDate, Refusal } from '../vocabulary/index.ts';

/** One uploaded file, for one required material. */
export interface Upload {
  readonly requirementKey: string;
  /** What the file is by its content, not by its name. */
  readonly type: UploadType;
  readonly bytes: number;
}

/** What the applicant hands in: answers by the form's version, files by the guide's. */
export interface Application {
  readonly form: FormDefinition;
  readonly answers: Readonly<Record<string, unknown>>;
  /** Known data, filled in; locked answers come from here. */
  readonly prefilled?: Prefilled | undefined;
  readonly requirements: readonly MaterialRequirement[];
  readonly uploads: readonly Upload[];
}

/** All that is wrong with the application; empty when it is complete. */
export function findApplicationIssues(application: Application, today: CivilDate): readonly Refusal[] {
  const { answers, issues } = validated(application, today);
  return [...issues, ...findMaterialIssues(application, answers)];
}

/** The answers as they are kept: cleaned, known data filled in, hidden fields dropped. */
export function normalisedAnswers(application: Application, today: CivilDate): Answers {
  return validated(application, today).answers;
}

/** Keys of secondary materials that are not there: 容缺, promised for later. */
export function owedMaterialsOf(application: Application, today: CivilDate): readonly string[] {
  return askedUploads(application, validated(application, today).answers)
    .filter(({ necessity, key }) => necessity === 'tolerable' && uploadsFor(application, key).length === 0)
    .map(({ key }) => key);
}

/** The materials that the applicant uploads, given the answers. */
export function askedUploads(
  { requirements }: Pick<Application, 'requirements'>,
  answers: Answers,
): readonly MaterialRequirement[] {
  return requirements.filter((requirement) => isUploaded(requirement) && isVisible(requirement.showWhen, answers));
}

function findMaterialIssues(application: Application, answers: Answers): readonly Refusal[] {
  const asked = askedUploads(application, answers);
  const keys = new Set(asked.map(({ key }) => key));
  const unknown = new Set(application.uploads.map((upload) => upload.requirementKey).filter((key) => !keys.has(key)));
  return [
    ...asked.flatMap((requirement) => issuesOf(requirement, uploadsFor(application, requirement.key))),
    ...[...unknown].map((field): Refusal => ({ code: 'material.unknown', field })),
  ];
}

function issuesOf(requirement: MaterialRequirement, uploads: readonly Upload[]): readonly Refusal[] {
  const { key: field, maxFiles, maxBytes, accepts, necessity } = requirement;
  const issues: Refusal[] = [];
  if (uploads.length === 0 && necessity === 'required') issues.push({ code: 'material.missing', field });
  if (uploads.length > maxFiles) issues.push({ code: 'material.too-many', field, params: { max: maxFiles } });
  if (uploads.some(({ bytes }) => bytes > maxBytes))
    issues.push({ code: 'material.too-large', field, params: { max: maxBytes } });
  if (uploads.some(({ type }) => !accepts.includes(type))) {
    issues.push({ code: 'material.wrong-type', field, params: { accepts: accepts.join(' ') } });
  }
  return issues;
}

function uploadsFor({ uploads }: Application, key: string): readonly Upload[] {
  return uploads.filter(({ requirementKey }) => requirementKey === key);
}

type Validated = ReturnType<typeof validateForm>;
// Several rules ask the same of one application; what it says never changes, so the form is gone through once.
const remembered = new WeakMap<Application, { readonly today: CivilDate; readonly result: Validated }>();

function validated(application: Application, today: CivilDate): Validated {
  const known = remembered.get(application);
  if (known?.today === today) return known.result;
  const { form, answers, prefilled } = application;
  const result = validateForm(form, answers, { today, prefilled });
  remembered.set(application, { today, result });
  return result;
}
