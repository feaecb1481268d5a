import { Handbook, TrainingRecord } from '../../../../modules/content/handbook/handbook.entity.ts';
import { catalogKey, type PublishedMatter } from '../../../../modules/catalog/index.ts';
import type { Principal } from '../../../../platform/principal/index.ts';
import { demoOnlineMatters } from '../online/index.ts';
import { asOneOf } from './demo-actors.ts';
import { officerOf, type CatalogStage } from './load-catalog-story.ts';

const questions = [
  {
    text: '申请材料不齐时，应当怎样告知？',
    options: ['每次发现一处告知一处', '一次性列明全部需要补正的内容', '口头告知即可'],
    right: 1,
  },
  {
    text: '办事指南没有列出的材料，能否要求申请人提交？',
    options: ['不能，应先修订指南', '可以，说明理由即可', '经负责人同意可以'],
    right: 0,
  },
  {
    text: '申请人只来一次就能办成，靠的是什么？',
    options: ['让申请人多带材料备用', '指南准确、一次告知、结果可以寄送或网上领取', '延长窗口时间'],
    right: 1,
  },
];

const bodyOf = (name: string): string =>
  [
    `“${name}”经办要点（演示数据）`,
    '',
    '一、收件：当日核对身份和材料，材料不齐的一次性告知，不要求提交指南以外的材料。',
    '二、办理：按承诺时限办结，需要其他部门核对的通过系统流转，不让申请人自己跑。',
    '三、送达：结果优先网上送达；确需领取的，写明地点、时间和可否代领。',
    '四、常见错误：把可以共享取得的证明当作必交材料；用电话通知代替补正告知。',
  ].join('\n');

/** Three handbooks with their test, which some clerks have passed and one has not. */
export async function loadHandbooks(stage: CatalogStage): Promise<void> {
  const { matters } = stage.deps.services.get(catalogKey).current();
  const online = new Set(demoOnlineMatters.map(({ matterCode }) => matterCode));
  const chosen = matters.filter(({ code }) => online.has(code)).slice(0, 3);
  for (const [index, matter] of chosen.entries()) await playHandbook(matter, index, stage);
}

async function playHandbook({ id, code, name, departmentId }: PublishedMatter, index: number, stage: CatalogStage) {
  const { call, clock, instantBefore, orm } = stage;
  const params = { code };
  clock.set(instantBefore(40 - index, 10 * 60));
  if ((await orm.em.fork().count(Handbook, { matterId: id })) === 0) {
    const body = { revision: 0, body: bodyOf(name), passMark: 2, questions };
    await call('saveHandbook', officerOf(stage), { params, body });
  }
  for (const [place, clerk] of clerksOf(departmentId, stage).slice(0, 2).entries()) {
    const personId = clerk.personId ?? '';
    if ((await orm.em.fork().count(TrainingRecord, { matterId: id, personId })) > 0) continue;
    clock.set(instantBefore(30 - index, 11 * 60 + place));
    const answers = place === 1 && index === 0 ? [0, 1, 1] : [1, 0, 1];
    await call('takeHandbookTest', clerk, { params, body: { revision: 1, answers } });
  }
}

function clerksOf(departmentId: string, { people, ids }: CatalogStage): Principal[] {
  const clerks = people.filter(({ grants }) =>
    grants.some(
      ({ role, scopeCode }) =>
        role === 'clerk' && scopeCode !== null && ids.of('department', scopeCode) === departmentId,
    ),
  );
  return clerks.map((clerk) => asOneOf(clerk, ids, ['clerk']));
}
