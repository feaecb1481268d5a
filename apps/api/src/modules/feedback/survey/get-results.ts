import type { Answer, SurveyFiguresData, surveyEndpoints } from '@yitang/contract';
import { monthOf } from '@yitang/domain/calendar';
import {
  summariseSurvey,
  type StratumAnswer,
  type SurveyResults,
  type SurveyStratum as Layer,
} from '@yitang/domain/survey';
import type { TripCause } from '@yitang/domain/vocabulary';
import type { Call } from '../../../platform/endpoint/index.ts';
import { departmentNames } from '../../organization/index.ts';
import { catalogOn } from '../../catalog/index.ts';
import { presentSurvey } from './list-surveys.ts';
import { requireAct, requireSurvey } from './survey-access.ts';
import { measuredTripsKey } from './survey-ports.ts';
import { surveyProblem } from './survey-problem.ts';
import { SurveyAnswer, SurveyStratum, type Survey } from './survey.entity.ts';

type Results = Answer<(typeof surveyEndpoints)['getSurveyResults']>;

/**
 * The figures of a survey beside the two other measures, each in its own block: what the catalog states, what was
 * measured, and what people answered are three things.
 * @throws `record.not-found`, `survey.not-allowed` before the drawing
 */
export async function getResults(call: Call, id: string): Promise<Results> {
  requireAct(call, 'survey.read');
  const survey = await requireSurvey(call.em, id);
  const strata = await call.em.find(
    SurveyStratum,
    { surveyId: id },
    { orderBy: { ordinal: 'asc' }, disableIdentityMap: true },
  );
  if (strata.length === 0) throw surveyProblem([{ code: 'survey.wrong-status' }]);
  const answers = await call.em.find(SurveyAnswer, { surveyId: id }, { disableIdentityMap: true });
  const names = await departmentNames(
    call.em,
    strata.map(({ departmentId }) => departmentId),
  );
  const parts = (keyOf: (stratum: SurveyStratum) => string, nameOf: (stratum: SurveyStratum) => string) =>
    summariseBy({ strata, answers, keyOf, nameOf });
  return {
    survey: presentSurvey(survey, answers.length),
    all: presentFigures(summariseAnswers(strata, answers)),
    byDepartment: parts(
      ({ departmentId }) => departmentId,
      ({ departmentId }) => names.get(departmentId) ?? '',
    ),
    byMatter: parts(
      ({ matterCode }) => matterCode,
      ({ matterName }) => matterName,
    ),
    nominal: await nominalOf(call, survey),
    measured: await measuredOf(call, survey),
  };
}

export function summariseAnswers(strata: readonly SurveyStratum[], answers: readonly SurveyAnswer[]): SurveyResults {
  const layers = strata.map(({ ordinal, population, drawn }): Layer => ({ key: String(ordinal), population, drawn }));
  const given = answers.map(({ ordinal, outcome, trips, level, causes }): StratumAnswer => ({
    ...{ stratum: String(ordinal), outcome, causes },
    ...{ trips: trips ?? null, level: level ?? null },
  }));
  return summariseSurvey(layers, given);
}

interface Grouping {
  readonly strata: readonly SurveyStratum[];
  readonly answers: readonly SurveyAnswer[];
  readonly keyOf: (stratum: SurveyStratum) => string;
  readonly nameOf: (stratum: SurveyStratum) => string;
}

/** Part by part; of parts with few answers only how many were drawn and reached. */
function summariseBy({ strata, answers, keyOf, nameOf }: Grouping): Results['byMatter'] {
  const groups = new Map<string, SurveyStratum[]>();
  for (const stratum of strata) groups.set(keyOf(stratum), [...(groups.get(keyOf(stratum)) ?? []), stratum]);
  const rows = [...groups].map(([key, mine]) => {
    const ordinals = new Set(mine.map(({ ordinal }) => ordinal));
    const figures = summariseAnswers(
      mine,
      answers.filter(({ ordinal }) => ordinals.has(ordinal)),
    );
    const { causes: _causes, ...rest } = presentFigures(figures.isHidden ? withoutRates(figures) : figures);
    const [first] = mine;
    return { ...rest, key, name: first === undefined ? '' : nameOf(first) };
  });
  return rows.sort((a, b) => b.population - a.population || (a.key < b.key ? -1 : 1));
}

const nothing = { yes: 0, valid: 0, interval: null };
const withoutRates = (figures: SurveyResults): SurveyResults => ({ ...figures, once: nothing, satisfied: nothing });

function presentFigures({ causes, ...figures }: SurveyResults): SurveyFiguresData {
  const counted = (Object.entries(causes) as [TripCause, number][]).map(([cause, count]) => ({ cause, count }));
  return { ...figures, causes: counted.sort((a, b) => b.count - a.count) };
}

/** Matters that were public on the last day of the period; one that states no number is no matter of one trip. */
async function nominalOf(call: Call, { lastDay }: Survey): Promise<Results['nominal']> {
  const { matters } = await catalogOn(call, lastDay);
  const stated = matters.map(({ guide }) => guide.visitsOnSite);
  return {
    on: lastDay,
    of: stated.length,
    yes: stated.filter((visits) => typeof visits === 'number' && visits <= 1).length,
    unknown: stated.filter((visits) => typeof visits !== 'number').length,
  };
}

async function measuredOf(call: Call, { firstDay, lastDay }: Survey): Promise<Results['measured']> {
  const sum = call.deps.services.find(measuredTripsKey);
  if (sum === undefined) return null;
  const [firstMonth, lastMonth] = [monthOf(firstDay), monthOf(lastDay)];
  const { onceOrLess, known, finished } = await sum(call.em, { first: firstMonth, last: lastMonth });
  return { yes: onceOrLess, of: known, finished, firstMonth, lastMonth };
}
