import type { ShareInterval } from '@yitang/domain/survey';
import type { Em } from '../../../database/index.ts';
import { summariseAnswers } from './get-results.ts';
import { Survey, SurveyAnswer, SurveyStratum } from './survey.entity.ts';

/** A survey that has ended, as everybody may know it: without who was asked, where and about what. */
export interface EndedSurvey {
  readonly title: string;
  readonly agency: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly closedAt: Date;
  readonly population: number;
  readonly drawn: number;
  readonly answered: number;
  readonly once: ShareInterval | null;
  readonly satisfied: ShareInterval | null;
  /** So few answers that the rates would tell who gave them. */
  readonly isHidden: boolean;
}

/** The 第三方评估调查 that ended last until an instant; undefined: none did. */
export async function findLastSurvey(em: Em, closedUntil: Date): Promise<EndedSurvey | undefined> {
  const [found] = await em.find(
    Survey,
    { status: 'closed', closedAt: { $lte: closedUntil } },
    { orderBy: { closedAt: 'desc', id: 'desc' }, limit: 1, disableIdentityMap: true },
  );
  if (!found?.closedAt) return undefined;
  const { id, title, agency, firstDay, lastDay, closedAt } = found;
  const strata = await em.find(SurveyStratum, { surveyId: id }, { disableIdentityMap: true });
  const answers = await em.find(SurveyAnswer, { surveyId: id }, { disableIdentityMap: true });
  const { population, drawn, outcomes, once, satisfied, isHidden } = summariseAnswers(strata, answers);
  return {
    ...{ title, agency, firstDay, lastDay, closedAt, population, drawn, isHidden },
    answered: outcomes.answered,
    once: isHidden ? null : once.interval,
    satisfied: isHidden ? null : satisfied.interval,
  };
}
