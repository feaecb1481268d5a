import { atTheWindow } from '../guides/at-the-window.ts';
import { demoFullGuides, demoLaterGuides, getDemoGuide, type CompactDemoGuide } from '../guides/index.ts';
import {
  demoOnlineMatters,
  laterOnlineMatters,
  type DemoOnlineMatter,
  type LaterOnlineMatter,
} from '../online/index.ts';
import { findDemoMatter } from '../matters/index.ts';

/** A guide as it is written into a draft; with a form and a route where the matter comes on the net. */
export interface StoryGuide extends CompactDemoGuide {
  readonly online?: DemoOnlineMatter;
}

/** What a batch is called, and the guides that it brings. */
export interface GuideBatch {
  readonly title: string;
  readonly note: string | null;
  readonly guides: readonly StoryGuide[];
}

/** Two years ago: the first guides, of matters that nobody could apply for on the net. They came in with a list. */
export const firstGuides: GuideBatch = {
  title: '首批办事指南（演示数据）',
  note: null,
  guides: demoFullGuides.map((written) => ({
    ...{ matterCode: written.matterCode, guide: atTheWindow(written), channels: undefined },
  })),
};

/** A year ago: the first matters on the net. */
export const firstOnline: GuideBatch = {
  title: '首批网上办理事项（演示数据）',
  note: '五项事项开通网上申请，材料改为共享核验。',
  guides: demoOnlineMatters.map((online) => ({
    ...{ matterCode: online.matterCode, guide: getDemoGuide(online.matterCode), channels: undefined, online },
  })),
};

/** A batch of the last quarter. */
export interface StoryBatch extends GuideBatch {
  /** Working days before the day of reference on which its drafts were written, and on which it was published. */
  readonly writtenBefore: number;
  readonly publishedBefore: number;
  /** It had been scheduled once before, and was withdrawn for this reason. */
  readonly withdrawn?: string;
}

const teaching = new Set(['105', '106']);
const students = new Set(['107', '108', '109', '118']);
const offices = new Set(['101', '104', '110', '111', '113']);

const departmentOf = ({ matterCode }: CompactDemoGuide): string => findDemoMatter(matterCode)?.departmentCode ?? '';
const of = (departments: ReadonlySet<string>): CompactDemoGuide[] =>
  demoLaterGuides.filter((guide) => departments.has(departmentOf(guide)));

/** The last guides are still on their way. */
const underWay = 6;

const written = new Map([...demoFullGuides, ...demoLaterGuides].map((guide) => [guide.matterCode, guide]));

/** Its guide as it was, and what the net changes of it. */
function onlineGuide(online: LaterOnlineMatter): StoryGuide {
  const known = written.get(online.matterCode);
  if (known === undefined) throw new RangeError(`no full guide for ${online.matterCode}`);
  const listed = findDemoMatter(online.matterCode)?.channels ?? [];
  const channels = [...new Set([...listed, 'online' as const, 'mobile' as const])];
  return { matterCode: online.matterCode, guide: { ...known.guide, ...online.guide }, channels, online };
}

/** Batch by batch the offices wrote their guides, the last quarter of the two years that the demo tells of. */
export const storyBatches: readonly StoryBatch[] = [
  {
    title: '学生事务办事指南（演示数据）',
    note: '学生处、学生事务中心、团委和住宿事项补齐办事指南。',
    guides: of(students),
    writtenBefore: 62,
    publishedBefore: 55,
  },
  {
    title: '教学与研究生事项（演示数据）',
    note: '教务处、研究生院事项补齐办事指南，自助打印事项写明终端位置。',
    guides: of(teaching),
    writtenBefore: 45,
    publishedBefore: 38,
  },
  {
    title: '公共服务事项（演示数据）',
    note: '校园卡、网络、后勤、安保、图书、档案、医疗和校友事项。',
    guides: demoLaterGuides.filter((guide) => {
      const department = departmentOf(guide);
      return !teaching.has(department) && !students.has(department) && !offices.has(department);
    }),
    writtenBefore: 30,
    publishedBefore: 20,
    withdrawn: '校医院窗口开放时间有调整，核对后重新发布。',
  },
  {
    title: '网上办理事项扩面（演示数据）',
    note: '十二项事项开通网上申请，其中九项零上门。',
    guides: laterOnlineMatters.map(onlineGuide),
    writtenBefore: 11,
    publishedBefore: 8,
  },
  {
    title: '财务、人事与就业事项（演示数据）',
    note: '财务处、人事处、就业指导中心和党政办公室事项补齐办事指南。',
    guides: of(offices).slice(0, -underWay),
    writtenBefore: 7,
    publishedBefore: 5,
  },
];

/** What the reform office works on now: how far each draft has come. */
export const draftsUnderWay: readonly {
  readonly guide: CompactDemoGuide;
  readonly until: 'editing' | 'department-check' | 'legal-review' | 'reform-review' | 'scheduled';
}[] = of(offices)
  .slice(-underWay)
  .map((guide, index) => ({
    guide,
    until: (['editing', 'department-check', 'legal-review', 'reform-review', 'scheduled', 'scheduled'] as const)[
      index
    ]!,
  }));
