import { addDays, addMonths } from '@yitang/domain/calendar';
import type { CivilDate } from '@yitang/domain/vocabulary';
import { drawSurvey } from '../../../../modules/feedback/survey/draw-survey.ts';
import { Survey } from '../../../../modules/feedback/survey/survey.entity.ts';
import { systemPrincipal } from '../../../../platform/principal/index.ts';
import type { Em } from '../../../index.ts';
import { createRandom, type Random } from '../random.ts';
import { officerOf, type CatalogStage } from './load-catalog-story.ts';

interface StorySurvey {
  readonly title: string;
  readonly seed: string;
  readonly firstDay: CivilDate;
  readonly lastDay: CivilDate;
  readonly size: number;
  /** Working days before the day of reference. */
  readonly drawnBefore: number;
  readonly closedBefore: number | null;
  /** Of a hundred drawn cases, how many were called. */
  readonly called: number;
}

const storySurveys = (today: CivilDate): StorySurvey[] => [
  {
    title: '上年度校务服务第三方评估调查（演示数据）',
    ...{ seed: '公证摇号 03 11 19 24 30 33', firstDay: addMonths(today, -14), lastDay: addMonths(today, -11) },
    ...{ size: 600, drawnBefore: 215, closedBefore: 190, called: 100 },
  },
  {
    title: '本学期校务服务第三方评估调查（演示数据）',
    ...{ seed: '公证摇号 02 08 15 21 27 31', firstDay: addMonths(today, -3), lastDay: addDays(today, -12) },
    ...{ size: 400, drawnBefore: 6, closedBefore: null, called: 55 },
  },
];

/** One survey that has ended and one that is under way, each planned, drawn and filled in as people do it. */
export async function loadSurveys(stage: CatalogStage): Promise<void> {
  for (const story of storySurveys(stage.referenceDate)) await playSurvey(story, stage);
}

async function playSurvey(story: StorySurvey, stage: CatalogStage): Promise<void> {
  const { call, clock, instantBefore, orm } = stage;
  const officer = officerOf(stage);
  const em = (): Em => orm.em.fork();
  clock.set(instantBefore(story.drawnBefore, 10 * 60));
  const { title, seed, firstDay, lastDay, size } = story;
  const plan = {
    title,
    seed,
    firstDay,
    lastDay,
    size,
    minimum: 0,
    retentionDays: 365,
    agency: '示例社情民意调查中心（演示）',
  };
  const id = (await em().findOne(Survey, { title }))?.id ?? (await call('planSurvey', officer, { body: plan })).id;
  const statusNow = async () => (await em().findOneOrFail(Survey, { id }, { disableIdentityMap: true })).status;
  const params = { id };
  if ((await statusNow()) === 'planned') await call('drawSurvey', officer, { params });
  const caller = { principal: systemPrincipal('seed'), idempotencyKey: `demo-survey:${id}` };
  await drawSurvey({ surveyId: id }, { deps: stage.deps, em: em(), jobId: id, attempt: 1, caller });
  if ((await statusNow()) !== 'running') return;
  if (story.closedBefore !== null) clock.set(instantBefore(story.closedBefore, 16 * 60));
  const bytes = Buffer.from(await returnedList(id, story, stage));
  const file = { name: '访问结果.csv', type: 'text/csv', bytes };
  await call('importSurveyOutcomes', officer, { params, query: { dryRun: '0' }, file });
  if (story.closedBefore !== null) await call('closeSurvey', officer, { params });
}

/** What the agency sends back: the same from the same seed. */
async function returnedList(id: string, story: StorySurvey, stage: CatalogStage): Promise<string> {
  const rows = await stage.orm.em
    .fork()
    .execute<{ no: number; case_number: string }[]>(
      'select no, case_number from survey_calls where survey_id = ? order by no',
      [id],
    );
  const lines = rows.map(({ no, case_number }) => {
    const random = createRandom(`${story.seed}/${no}`);
    return [no, case_number, ...(random.chance(story.called / 100) ? told(random) : ['', '', '', ''])].join(',');
  });
  return ['序号,办件编号,联系结果,跑动次数,满意程度,多跑原因', ...lines].join('\n');
}

const causes = ['材料缺', '材料缺', '材料缺、取件', '多部门盖章', '窗口不在', '系统', '取件', '其他'] as const;

function told(random: Random): string[] {
  if (random.chance(0.31)) return [random.pick(['未接通', '未接通', '拒访', '无效'] as const), '', '', ''];
  const trips = random.pick([0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3] as const);
  const level = trips > 1 ? random.pick(['基本满意', '不满意', '满意'] as const) : random.pick(levels);
  return ['接通', String(trips), level, trips > 1 ? random.pick(causes) : ''];
}

const levels = ['非常满意', '非常满意', '非常满意', '满意', '满意', '基本满意'] as const;
