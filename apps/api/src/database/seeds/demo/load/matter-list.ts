import { openWords } from '../../../../modules/catalog/index.ts';
import { writeCsv } from '../../../../platform/table-file/index.ts';
import { findDemoMatter } from '../matters/index.ts';
import type { StoryGuide } from './catalog-story.ts';
import type { SampleFile } from './sample-files.ts';

/** The list of matters as the departments handed it in to the reform office. */
export function matterList(guides: readonly StoryGuide[]): SampleFile {
  const columns = [
    ...['事项编码', '事项名称', '责任部门', '事项分类', '服务对象', '服务主题', '关键词'],
    ...['办理形式', '承诺办结时限', '咨询电话', '监督电话'],
  ];
  const bytes = writeCsv({ name: '事项清单', columns, rows: guides.map(rowOf) });
  return { name: '校务服务事项清单.csv', type: 'text/csv', bytes };
}

function rowOf({ matterCode, guide }: StoryGuide): string[] {
  const matter = findDemoMatter(matterCode);
  if (matter === undefined) throw new RangeError(`no demo matter ${matterCode}`);
  const { code, name, departmentCode, category, audiences, lifeEvents, keywords, channels } = matter;
  return [
    ...[code, name, departmentCode, category],
    audiences.map((one) => openWords.audience[one]).join('；'),
    lifeEvents.map((one) => openWords.lifeEvent[one]).join('；'),
    keywords.join('、'),
    channels.map((one) => openWords.channel[one]).join('；'),
    guide.promisedDays === 0 ? '即办' : `${guide.promisedDays ?? ''}个工作日`,
    ...[guide.consultPhone ?? '', guide.complaintPhone ?? ''],
  ];
}
