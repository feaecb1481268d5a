import type { OpenResultsData, resultsEndpoints } from '@yitang/contract';
import type { VisitDefinition } from '@yitang/domain/visit';
import { FileAnswer, type Call } from '../../../platform/endpoint/index.ts';
import { writeCsv, type OutputCell } from '../../../platform/table-file/index.ts';
import {
  audienceWords,
  checkWords,
  percentOfFraction,
  reasonWords,
  recordWords,
  scopeWords,
} from '../target/target-words.ts';
import { getOpenResults } from './get-results.ts';

type Asked = Parameters<typeof getOpenResults>[1];

/** A figure as a row of the table. */
interface Line {
  readonly group: string;
  readonly name: string;
  readonly part: OutputCell;
  readonly whole: OutputCell;
  readonly share: string;
  readonly threshold?: string;
  readonly policyOn?: string;
  readonly localOn?: string;
  readonly state?: string;
  readonly definition: string;
}

const columns = [
  ...['类别', '指标', '分子', '分母', '比例', '目标值', '政策日期', '本校日期', '状态', '口径'],
  ...['截至日期', '统计时间', '冻结月份', '冻结时间', '备注'],
];

export async function resultsCsv(call: Call, asked: Asked): Promise<FileAnswer> {
  const open = await getOpenResults(call, asked);
  const { asOf, countedAt, frozen, isDemo } = open;
  const notes = [frozen?.isLate === true ? '补冻结' : '', isDemo ? '演示数据' : ''].filter((note) => note !== '');
  const about = [asOf, countedAt, frozen?.month ?? '', frozen?.frozenAt ?? '', notes.join('；')];
  const lines = [...targetLines(open), ...tripLines(open), ...otherLines(open)];
  const rows = lines.map((line): OutputCell[] => [
    ...[line.group, line.name, line.part, line.whole, line.share, line.threshold ?? '', line.policyOn ?? ''],
    ...[line.localOn ?? '', line.state ?? '', line.definition, ...about],
  ]);
  return csvFile(`改革成效_${frozen?.month ?? asOf}`, columns, rows);
}

export async function resultMattersCsv(call: Call, asked: Asked): Promise<FileAnswer> {
  const { rows, asOf, frozen } = await getOpenResults(call, asked);
  return csvFile(
    `改革成效事项_${frozen?.month ?? asOf}`,
    [
      ...['事项编码', '事项名称', '责任部门', '到现场次数', '网上申请', '网办深度', '掌上办', '实测一次及以内（%）'],
      ...['当日提供', '计入的指标', '截至日期'],
    ],
    rows.map((row) => [
      ...[row.code, row.name, row.department, row.visits ?? '待梳理', yesOrNo(row.isOnline), row.depth ?? '待梳理'],
      ...[yesOrNo(row.isMobile), row.measuredShare ?? '件数太少', yesOrNo(row.isOffered), row.figures.join('；'), asOf],
    ]),
  );
}

type Csv = (typeof resultsEndpoints)['getOpenResultsCsv']['file'];

function csvFile(name: string, names: readonly string[], rows: readonly (readonly OutputCell[])[]): FileAnswer {
  const mediaType: Csv = 'text/csv; charset=utf-8';
  return new FileAnswer({ content: writeCsv({ name, columns: names, rows }), mediaType, fileName: `${name}.csv` });
}

const yesOrNo = (is: boolean): string => (is ? '是' : '否');
const percent = (perTenThousand: number): string => `${(perTenThousand / 100).toFixed(2)}%`;
const shareOf = (part: number, whole: number): string =>
  whole === 0 ? '' : percent(Math.floor((part * 10_000) / whole));

const stateWords = { met: '已达到', missed: '未达到', 'not-computable': '无法计算' } as const;

function targetLines({ targets }: OpenResultsData): Line[] {
  return targets.flatMap(({ definition, outcome }): Line[] => {
    const { title, demand, source, measure, audience, policyOn, localOn } = definition;
    const dates = { policyOn: policyOn ?? '', localOn, group: '改革目标' };
    if (measure.kind === 'records' || outcome.numerators.length === 0) {
      const there = outcome.records.filter(({ isThere }) => isThere);
      const why = outcome.reason === null ? '' : `（${reasonWords[outcome.reason]}）`;
      const names = outcome.records.map(({ kind }) => recordWords[kind]).join('、');
      const counts = outcome.records.length === 0 ? ['', ''] : [there.length, outcome.records.length];
      return [
        {
          ...{ ...dates, name: title, part: counts[0] ?? '', whole: counts[1] ?? '', share: '' },
          ...{ state: `${stateWords[outcome.state]}${why}`, definition: `${demand}（${source}）${names}` },
        },
      ];
    }
    const special = measure.excludesSpecial ? `，特殊要求的 ${outcome.excluded} 项除外` : '';
    const base = `${scopeWords[measure.scope]}${audienceWords[audience]}${special}`;
    return outcome.numerators.map((one) => ({
      ...dates,
      name: `${title}：${one.requires.map((check) => checkWords[check]).join('且')}`,
      ...{ part: one.count, whole: outcome.denominator, share: shareOf(one.count, outcome.denominator) },
      ...{ threshold: percentOfFraction(measure.threshold), state: stateWords[one.state] },
      definition: `${demand}（${source}）分母：${base}`,
    }));
  });
}

const wordings: Readonly<Record<VisitDefinition, string>> = {
  '2019': '从提出申请到收到办理结果（2019 年口径）',
  '2017': '从受理申请到形成办理结果（2017 年口径）',
};

function tripLines({ trips, matters }: OpenResultsData): Line[] {
  const { declared, measured, firstMonth, lastMonth } = trips;
  const once = declared['0'] + declared['1'];
  const group = '跑动次数';
  return [
    {
      ...{ group, name: '名义实现率（办事指南承诺）', part: once, whole: matters, share: shareOf(once, matters) },
      definition: '指南写明到现场不超过一次的事项 ÷ 全部事项；按事项计，与实测不相加',
    },
    ...measured.flatMap(({ definition, onceOrLess, known, finished }): Line[] => [
      {
        ...{
          group,
          name: `实测实现率（${definition} 年口径）`,
          part: onceOrLess ?? '不公开',
          whole: known ?? '不公开',
        },
        share: onceOrLess === null || known === null ? '' : shareOf(onceOrLess, known),
        definition: `${firstMonth} 至 ${lastMonth} 办结、跑动次数已知的办件中不超过一次的；${wordings[definition]}；不足 ${trips.fewest} 件的数不公开`,
      },
      {
        ...{ group, name: `实测覆盖率（${definition} 年口径）`, part: known ?? '不公开', whole: finished ?? '不公开' },
        share: known === null || finished === null ? '' : shareOf(known, finished),
        definition: '跑动次数已知的办件 ÷ 全部办结办件；没有依据的是未知，不当作 0',
      },
    ]),
  ];
}

function otherLines({ highFrequency, reduction, survey }: OpenResultsData): Line[] {
  return [
    ...(highFrequency === null ? [] : setLines(highFrequency)),
    ...(reduction === null ? [] : reductionLines(reduction)),
    ...(survey === null ? [] : surveyLines(survey)),
  ];
}

function setLines(set: NonNullable<OpenResultsData['highFrequency']>): Line[] {
  const group = '高频事项';
  const about = `第 ${set.number} 号冻结清单，${set.firstMonth} 至 ${set.lastMonth}，SHA-256 ${set.digest}`;
  return [
    {
      ...{ group, name: `${set.year} 年高频事项数`, part: set.setSize, whole: set.matters },
      ...{ share: shareOf(set.setSize, set.matters), definition: `办件量占总办件量前 80% 的事项；${about}` },
    },
    {
      ...{ group, name: `${set.year} 年高频事项办件量`, part: set.volume, whole: set.total },
      ...{ share: shareOf(set.volume, set.total), definition: about },
    },
  ];
}

const measureWords = {
  materials: '申请材料（份）',
  steps: '办理环节（个）',
  days: '承诺时限（工作日）',
  visits: '到现场次数（趟）',
  levels: '办理层级（级）',
  preconditions: '前置条件（项）',
} as const;

function reductionLines({ from, to, sum }: NonNullable<OpenResultsData['reduction']>): Line[] {
  return sum.measures
    .filter(({ known }) => known > 0)
    .map(({ measure, before, after, known }) => ({
      ...{ group: '减负', name: measureWords[measure], part: after, whole: before, share: shareOf(after, before) },
      definition: `${to} 的合计（分子）与 ${from} 的合计（分母），同一批两日都已写明的 ${known} 项事项`,
    }));
}

function surveyLines(survey: NonNullable<OpenResultsData['survey']>): Line[] {
  const about = `${survey.title}，${survey.agency}，办结于 ${survey.firstDay} 至 ${survey.lastDay}，抽取 ${survey.drawn} 件`;
  const line = (name: string, rate: typeof survey.once): Line => ({
    ...{ group: '第三方调查', name, part: '', whole: survey.answered },
    share: rate === null ? '' : percent(rate.estimate),
    definition:
      rate === null
        ? `${about}；回答太少，不公开`
        : `${about}；95% 置信区间 ${percent(rate.low)} 至 ${percent(rate.high)}`,
  });
  return [line('回答不超过一次', survey.once), line('满意', survey.satisfied)];
}
