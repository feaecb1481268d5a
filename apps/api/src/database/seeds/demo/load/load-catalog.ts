import type { Guide, MatterContent } from '@yitang/domain/catalog';
import { publishMatters } from '../../../../modules/catalog/index.ts';
import { briefGuide } from '../guides/brief-guide.ts';
import { demoFullGuides } from '../guides/index.ts';
import { demoMatters, findDemoMatter } from '../matters/index.ts';
import { componentsOf } from '../matters/joint-things.ts';
import { powerCodesOf } from '../powers/index.ts';
import type { StoryGuide } from './catalog-story.ts';
import type { DemoIds, LoadContext } from './load-context.ts';

/**
 * The list that the university had before: of these matters nobody had written a guide, and the console publishes none
 * without. Those of which one was written come in through the console.
 */
export async function loadListedMatters({ em, ids, began }: LoadContext): Promise<void> {
  const written = new Set(demoFullGuides.map(({ matterCode }) => matterCode));
  const listed = demoMatters.filter(({ code }) => !written.has(code));
  await publishMatters(
    em,
    {
      title: '校务服务事项清单（演示数据）',
      effectiveFrom: began.day,
      at: began.at,
      makeId: (name) => ids.other(`catalog/${name}`),
    },
    listed.map((matter) => contentOf({ matterCode: matter.code, guide: briefGuide(matter) }, ids)),
  );
}

type Written = Pick<StoryGuide, 'matterCode' | 'guide' | 'online'> & Partial<Pick<StoryGuide, 'channels'>>;

/** All that is published of a matter, with this guide; what the list of matters says is added. */
export function contentOf({ matterCode, guide, channels, online }: Written, ids: DemoIds): MatterContent {
  const matter = findDemoMatter(matterCode);
  if (matter === undefined) throw new RangeError(`no demo matter ${matterCode}`);
  const { code, name, departmentCode, category, audiences, lifeEvents, keywords } = matter;
  const departmentId = ids.of('department', departmentCode);
  return {
    summary: {
      ...{ code, name, departmentId, category, audiences, lifeEvents, keywords },
      channels: channels ?? matter.channels,
    },
    guide: { ...guide, powerCodes: powerCodesOf(code), ...joinedBy(name, ids) },
    preconditions: online?.preconditions ?? [],
    form: online?.form ?? null,
    route: online?.route ?? null,
    layout: online?.layout ?? null,
  };
}

/** What a 一件事 settles, and whose offices take part. */
function joinedBy(name: string, ids: DemoIds): Pick<Guide, 'componentCodes' | 'jointDepartmentIds'> {
  const joined = componentsOf(name);
  if (joined === undefined) return {};
  return {
    componentCodes: joined.map(({ code }) => code),
    jointDepartmentIds: [...new Set(joined.map(({ departmentCode }) => ids.of('department', departmentCode)))],
  };
}
