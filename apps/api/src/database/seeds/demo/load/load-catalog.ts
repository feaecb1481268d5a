import { addMonths, startOfDay } from '@yitang/domain/calendar';
import type { Guide, MatterContent } from '@yitang/domain/catalog';
import { publishMatters } from '../../../../modules/catalog/index.ts';
import { getDemoGuide } from '../guides/index.ts';
import { demoMatters, type DemoMatter } from '../matters/index.ts';
import { componentsOf } from '../matters/joint-things.ts';
import { demoOnlineMatters, findDemoOnlineMatter } from '../online/index.ts';
import { demoUniversity } from '../organization/index.ts';
import { powerCodesOf } from '../powers/index.ts';
import type { LoadContext } from './load-context.ts';

/** Two batches: the whole list two years ago, and a year ago the matters that can since be applied for on the net. */
export async function loadCatalog(context: LoadContext): Promise<void> {
  const { em, ids, began, referenceDate } = context;
  const online = new Set(demoOnlineMatters.map(({ matterCode }) => matterCode));
  const makeId = (name: string): string => ids.other(`catalog/${name}`);
  await publishMatters(
    em,
    { title: '校务服务事项目录（演示数据）', effectiveFrom: began.day, at: began.at, makeId },
    demoMatters.map((matter) => versionOf(context, matter, { isOnline: false })),
  );
  const since = onlineSince(referenceDate);
  await publishMatters(
    em,
    {
      title: '首批网上办理事项（演示数据）',
      effectiveFrom: since,
      at: startOfDay(since, demoUniversity.timeZone),
      makeId,
    },
    demoMatters.filter(({ code }) => online.has(code)).map((matter) => versionOf(context, matter, { isOnline: true })),
  );
}

/** The first day on which matters could be applied for on the net. */
export const onlineSince = (referenceDate: string): string => addMonths(referenceDate, -12);

function versionOf({ ids }: LoadContext, matter: DemoMatter, { isOnline }: { isOnline: boolean }): MatterContent {
  const { code, name, departmentCode, category, audiences, lifeEvents, channels, keywords } = matter;
  const departmentId = ids.of('department', departmentCode);
  const linked = { powerCodes: powerCodesOf(code), ...joinedBy(name, ids) };
  const online = isOnline ? findDemoOnlineMatter(code) : undefined;
  return {
    summary: { code, name, departmentId, category, audiences, lifeEvents, channels, keywords },
    guide: { ...(online === undefined ? atTheWindow(getDemoGuide(code)) : getDemoGuide(code)), ...linked },
    preconditions: online?.preconditions ?? [],
    form: online?.form ?? null,
    route: online?.route ?? null,
    layout: online?.layout ?? null,
  };
}

/** What a 一件事 settles, and whose offices take part. */
function joinedBy(name: string, ids: LoadContext['ids']): Pick<Guide, 'componentCodes' | 'jointDepartmentIds'> {
  const joined = componentsOf(name);
  if (joined === undefined) return {};
  return {
    componentCodes: joined.map(({ code }) => code),
    jointDepartmentIds: [...new Set(joined.map(({ departmentCode }) => ids.of('department', departmentCode)))],
  };
}

/** As it was before one could apply on the net. */
function atTheWindow(guide: Guide): Guide {
  if (!guide.isOnline) return guide;
  const visitReason = { zh: '到窗口提交材料', en: 'To hand in the papers' };
  const promisedDays = daysAtTheWindow(guide.promisedDays);
  const looked = {
    name: { zh: '窗口核验原件', en: 'Originals are checked' },
    by: { zh: '窗口', en: 'Counter' },
    days: 0,
  };
  return {
    ...{ ...guide, isOnline: false, onlineDepth: 1, visitsOnSite: 1, visitReason, promisedDays },
    materials: guide.materials.map(broughtOnPaper),
    steps: [looked, ...guide.steps],
  };
}

/** The window took two working days longer, but for what it did on the spot. */
export function daysAtTheWindow<Days extends number | null>(promised: Days): number | Days {
  return promised === null || promised === 0 ? promised : promised + 2;
}

/** What is looked up today was brought as a copy. */
function broughtOnPaper(material: Guide['materials'][number]): Guide['materials'][number] {
  if (material.sourceMode !== 'shared') return material;
  const { sharedFrom: _looked, ...rest } = material;
  return { ...rest, sourceMode: 'applicant', form: 'paper', copies: 1 };
}
