import type { Answer, SurveyRowData, surveyEndpoints } from '@yitang/contract';
import { addDays, civilDateAt } from '@yitang/domain/calendar';
import { surveyLifecycle } from '@yitang/domain/survey';
import type { Em } from '../../../database/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { departmentNames } from '../../organization/index.ts';
import { may, requireAct, requireSurvey } from './survey-access.ts';
import { saySurvey } from './survey-problem.ts';
import { Survey, SurveyStratum } from './survey.entity.ts';

type Endpoints = typeof surveyEndpoints;

/** Surveys, latest first. */
export async function listSurveys(call: Call): Promise<Answer<Endpoints['listSurveys']>> {
  requireAct(call, 'survey.read');
  const surveys = await call.em.find(
    Survey,
    {},
    { orderBy: { createdAt: 'desc', id: 'desc' }, disableIdentityMap: true },
  );
  const contacted = await countContacted(call.em);
  const items = surveys.map((survey) => presentSurvey(survey, sumOf(contacted.get(survey.id))));
  return { items, mayPlan: may(call, 'survey.manage') };
}

/** @throws `record.not-found` */
export async function getSurvey(call: Call, id: string): Promise<Answer<Endpoints['getSurvey']>> {
  requireAct(call, 'survey.read');
  const survey = await requireSurvey(call.em, id);
  const contacted = (await countContacted(call.em, id)).get(id);
  const strata = await call.em.find(
    SurveyStratum,
    { surveyId: id },
    { orderBy: { ordinal: 'asc' }, disableIdentityMap: true },
  );
  const names = await departmentNames(
    call.em,
    strata.map(({ departmentId }) => departmentId),
  );
  const { size, minimum, seed, retentionDays, closedAt } = survey;
  const closedOn = closedAt ? civilDateAt(closedAt, call.deps.config.timeZone) : null;
  return {
    ...presentSurvey(survey, sumOf(contacted)),
    ...{ size, minimum, seed, retentionDays },
    frameHash: survey.frameHash ?? null,
    failure: survey.failure ? saySurvey({ code: survey.failure, ...subjectOf(survey) }) : null,
    drawnAt: survey.drawnAt?.toISOString() ?? null,
    closedAt: closedAt?.toISOString() ?? null,
    purgeFrom: closedOn === null ? null : addDays(closedOn, retentionDays),
    strata: strata.map(({ ordinal, matterCode, matterName, departmentId, place, population, drawn }) => ({
      ...{ ordinal, matterCode, matterName, place, population, drawn },
      department: names.get(departmentId) ?? '',
      contacted: contacted?.get(ordinal) ?? 0,
    })),
    availableActions: actionsOf(call, survey),
  };
}

const subjectOf = ({ failureSubject }: Survey) => (failureSubject ? { subject: failureSubject } : {});

function actionsOf(call: Call, { status, purgedAt }: Survey): Answer<Endpoints['getSurvey']>['availableActions'] {
  if (!may(call, 'survey.manage')) return [];
  const steps = (['draw', 'close', 'discard'] as const).filter((step) => surveyLifecycle[status][step] !== undefined);
  const hasCalls = (status === 'running' || status === 'closed') && !purgedAt;
  return [
    ...steps,
    ...(status === 'running' ? (['record'] as const) : []),
    ...(hasCalls && may(call, 'survey.reveal-contacts') ? (['reveal'] as const) : []),
  ];
}

export function presentSurvey(survey: Survey, contacted: number): SurveyRowData {
  const { id, number, title, agency, firstDay, lastDay, status } = survey;
  return {
    ...{ id, number, title, agency, firstDay, lastDay, status, contacted },
    frameSize: survey.frameSize ?? null,
    drawn: survey.drawn ?? null,
    purgedAt: survey.purgedAt?.toISOString() ?? null,
  };
}

type ByStratum = ReadonlyMap<number, number>;
const sumOf = (counts: ByStratum | undefined): number =>
  [...(counts?.values() ?? [])].reduce((sum, one) => sum + one, 0);

/** Outcomes by survey and stratum. */
async function countContacted(em: Em, surveyId?: string): Promise<Map<string, Map<number, number>>> {
  const rows = await em.execute<{ survey_id: string; ordinal: number; n: number | string }[]>(
    `select survey_id, ordinal, count(*) as n from survey_answers ${surveyId === undefined ? '' : 'where survey_id = ?'}
      group by survey_id, ordinal order by survey_id, ordinal`,
    surveyId === undefined ? [] : [surveyId],
  );
  const counts = new Map<string, Map<number, number>>();
  for (const { survey_id, ordinal, n } of rows) {
    counts.set(survey_id, (counts.get(survey_id) ?? new Map<number, number>()).set(Number(ordinal), Number(n)));
  }
  return counts;
}
