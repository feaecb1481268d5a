import { statutoryWorkdays, type GuideStep } from '../catalog/index.ts';
import { type Finding, type Rule, when } from './rule.ts';

/** 1: on the spot means both an instant matter and one that is examined and decided at once; nothing else does. */
const instantOrPromised: Rule = {
  id: 'instant-or-promised',
  severity: 'blocks',
  paths: ['guide.projectType', 'guide.reviewType'],
  find({ guide: { promisedDays, projectType, reviewType } }) {
    if (promisedDays === null) return [];
    const isInstant = promisedDays === 0;
    const type = isInstant ? 'instant' : 'promised';
    const review = isInstant ? 'at-once' : 'review-then-decide';
    return [
      ...when(projectType !== type, 'guide.projectType', { days: promisedDays, wanted: type }),
      ...when(reviewType !== undefined && reviewType !== review, 'guide.reviewType', {
        days: promisedDays,
        wanted: review,
      }),
    ];
  },
};

/** 10: the steps together take no longer than what is promised, online and at the counter each. */
const stepsWithinPromise: Rule = {
  id: 'steps-within-promise',
  severity: 'blocks',
  paths: ['guide.steps', 'guide.stepsOffline'],
  find({ guide: { promisedDays: promised, steps, stepsOffline } }) {
    if (promised === null) return [];
    const exceeds = (path: Finding['path'], days: number) => when(days > promised, path, { days, promised });
    return [...exceeds('guide.steps', daysOf(steps)), ...exceeds('guide.stepsOffline', daysOf(stepsOffline ?? []))];
  },
};

/** Working days in the situation in which the steps take longest: of answers to one question only one is given. */
function daysOf(steps: readonly GuideStep[]): number {
  const byAnswer = new Map<string, Map<string, number>>();
  let sum = 0;
  for (const { days, showWhen } of steps) {
    if (showWhen === undefined || !('equals' in showWhen)) {
      sum += days ?? 0;
      continue;
    }
    const ofField = byAnswer.get(showWhen.field) ?? new Map<string, number>();
    byAnswer.set(showWhen.field, ofField.set(showWhen.equals, (ofField.get(showWhen.equals) ?? 0) + (days ?? 0)));
  }
  return [...byAnswer.values()].reduce((total, ofField) => total + Math.max(...ofField.values()), sum);
}

/** 11 */
const withinStatutory: Rule = {
  id: 'within-statutory',
  severity: 'blocks',
  paths: ['guide.promisedDays'],
  find({ guide }) {
    const [promised, statutory] = [guide.promisedDays, statutoryWorkdays(guide)];
    if (promised === null || statutory === null) return [];
    return when(promised > statutory, 'guide.promisedDays', { promised, statutory });
  },
};

export const limitRules: readonly Rule[] = [instantOrPromised, stepsWithinPromise, withinStatutory];
