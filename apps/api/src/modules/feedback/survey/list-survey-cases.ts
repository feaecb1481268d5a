import type { Answer, Input, surveyEndpoints } from '@yitang/contract';
import type { ContactOutcome } from '@yitang/domain/vocabulary';
import type { Call } from '../../../platform/endpoint/index.ts';
import { departmentNames } from '../../organization/index.ts';
import { requireAct, requireSurvey } from './survey-access.ts';
import { SurveyAnswer, SurveyCall, SurveyFrameCase, SurveyStratum } from './survey.entity.ts';

type Endpoint = (typeof surveyEndpoints)['listSurveyCases'];
type Query = Input<Endpoint>['query'];
const quiet = { disableIdentityMap: true } as const;

/**
 * The cases behind a figure of a survey, by number. What somebody answered is told by sums alone, except to those who
 * conduct the survey: the list of a cause is theirs.
 * @throws `record.not-found`
 */
export async function listSurveyCases(call: Call, id: string, query: Query): Promise<Answer<Endpoint>> {
  requireAct(call, query.cause === undefined ? 'survey.read' : 'survey.manage');
  await requireSurvey(call.em, id);
  await call.deps.audit.read(call, { action: 'survey.list-cases', target: { type: 'survey', id } });
  const all = await call.em.find(SurveyStratum, { surveyId: id }, quiet);
  const strata = new Map(all.filter((one) => isWanted(one, query)).map((one) => [one.ordinal, one]));
  const names = await departmentNames(
    call.em,
    [...strata.values()].map(({ departmentId }) => departmentId),
  );
  const asked = { ...query, ordinals: strata.size === all.length ? null : [...strata.keys()] };
  const cases = await (query.of === 'frame' ? frameCases(call, id, asked) : sampleCases(call, id, asked));
  const shown = cases.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ ordinal, caseNumber, outcome }) => {
      const { matterName = '', departmentId = '', place = '' } = strata.get(ordinal) ?? {};
      return { caseNumber, matterName, place, outcome, department: names.get(departmentId) ?? '' };
    }),
    ...(cases.length > query.limit && last && { next: last.cursor }),
  };
}

const isWanted = ({ ordinal, matterCode, departmentId }: SurveyStratum, { stratum, matter, department }: Query) =>
  ordinal === (stratum ?? ordinal) &&
  matterCode === (matter ?? matterCode) &&
  departmentId === (department ?? departmentId);

interface Found {
  readonly ordinal: number;
  readonly caseNumber: string;
  readonly outcome: ContactOutcome | null;
  readonly cursor: string;
}
/** `ordinals`: the strata asked for; null: all. */
type Asked = Query & { readonly ordinals: readonly number[] | null };

const within = ({ ordinals }: Asked) => (ordinals === null ? {} : { ordinal: { $in: [...ordinals] } });

async function frameCases({ em }: Call, surveyId: string, asked: Asked): Promise<Found[]> {
  const where = { surveyId, number: { $gt: asked.after ?? '' }, ...within(asked) };
  const rows = await em.find(SurveyFrameCase, where, {
    ...quiet,
    orderBy: { number: 'asc' },
    limit: asked.limit + 1,
  });
  return rows.map(({ ordinal, number }) => ({ ordinal, caseNumber: number, outcome: null, cursor: number }));
}

async function sampleCases(call: Call, surveyId: string, asked: Asked): Promise<Found[]> {
  const from = /^\d{1,9}$/.test(asked.after ?? '') ? Number(asked.after) : 0;
  const where = {
    surveyId,
    no: { $gt: from },
    ...within(asked),
    ...toldWhere(asked),
    ...(await causeWhere(call, surveyId, asked)),
  };
  const rows = await call.em.find(SurveyCall, where, { ...quiet, orderBy: { no: 'asc' }, limit: asked.limit + 1 });
  return rows.map(({ ordinal, caseNumber, outcome, no }) => ({
    ...{ ordinal, caseNumber, cursor: String(no) },
    outcome: outcome ?? null,
  }));
}

function toldWhere({ outcome }: Query) {
  if (outcome === undefined) return {};
  if (outcome === 'none') return { outcome: null };
  return { outcome: outcome === 'some' ? { $ne: null } : outcome };
}

/** Causes stand in a list of each answer; a survey has at most as many answers as cases drawn. */
async function causeWhere({ em }: Call, surveyId: string, { cause }: Query) {
  if (cause === undefined) return {};
  const answers = await em.find(SurveyAnswer, { surveyId }, quiet);
  const named = answers.filter(({ causes }) => causes.includes(cause)).map(({ id }) => id);
  return { answerId: { $in: named } };
}
