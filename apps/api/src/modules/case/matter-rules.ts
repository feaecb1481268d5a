import {
  askedUploads,
  defaultAcceptanceDays,
  defaultCorrectionDays,
  isInstant,
  type SubmittedMatter,
} from '@yitang/domain/case';
import type { Answers, FormDefinition } from '@yitang/domain/form';
import { applicationForm, type MaterialRequirement } from '@yitang/domain/catalog';
import type { RouteDefinition } from '@yitang/domain/route';
import { problem } from '../../platform/problem/index.ts';
import { isOpenOnline, type PublishedMatter } from '../catalog/index.ts';

/** A matter that can be applied for on the net: it has a form and a route. */
export interface OnlineMatter extends PublishedMatter {
  readonly form: NonNullable<PublishedMatter['form']>;
  readonly route: NonNullable<PublishedMatter['route']>;
}

export const noRoute: RouteDefinition = { stages: [] };
export const noForm: FormDefinition = { pages: [] };

/** What whoever applies under this version is asked: the situations of its guide that its form leaves out, then its form. */
export function formOf(matter: Pick<PublishedMatter, 'form' | 'guide'> | undefined): FormDefinition {
  if (!matter?.form) return noForm;
  return applicationForm(matter.form.definition, matter.guide.situations);
}

/** @throws ProblemError when there is no such matter now, or not on the net. */
export function requireOnline(matter: PublishedMatter | undefined): OnlineMatter {
  if (matter === undefined) throw problem('catalog.not-in-force');
  if (matter.form === null || matter.route === null || !matter.guide.isOnline) throw problem('catalog.not-online');
  if (!isOpenOnline(matter)) throw problem('catalog.not-in-force');
  return matter as OnlineMatter;
}

export const isInstantMatter = (matter: PublishedMatter): boolean =>
  matter.route !== null && isInstant(matter.route.definition);

/** Working days: what the guide promises, otherwise what its stages take together. */
export function promisedDays(matter: PublishedMatter): number {
  return (
    matter.guide.promisedDays ??
    (matter.route?.definition.stages ?? []).reduce((sum, { limitDays }) => sum + limitDays, 0)
  );
}

/** The limits of a version; it was in force when the catalog handed it out. */
export function submittedMatter(matter: OnlineMatter): SubmittedMatter {
  return {
    isWithdrawn: false,
    from: matter.effectiveFrom,
    until: null,
    promisedDays: promisedDays(matter),
    acceptanceDays: defaultAcceptanceDays,
  };
}

export const correctionDays = (): number => defaultCorrectionDays;

/** What the applicant uploads for this matter, given the answers so far. */
export function askedMaterials(matter: PublishedMatter, answers: Answers): readonly MaterialRequirement[] {
  return askedUploads({ requirements: matter.guide.materials }, answers);
}
