import type { Answer, powerListEndpoints } from '@yitang/contract';
import type { Audience, PowerSource } from '@yitang/domain/vocabulary';
import { FileAnswer, type Call } from '../../../platform/endpoint/index.ts';
import { workbookType, writeCsv, writeXlsx, type OutputTable } from '../../../platform/table-file/index.ts';
import { catalogKey } from '../catalog-key.ts';
import { sourceWords } from './import-powers.ts';
import { presentEdition, presentListed, requireEdition } from './read-power-list.ts';

type Json = Answer<(typeof powerListEndpoints)['exportPowersJson']>;

const audienceWords: Readonly<Record<Audience, string>> = {
  student: '学生',
  teacher: '教职工',
  parent: '家长',
  alumnus: '校友',
  visitor: '社会人员',
};
const sources = Object.fromEntries(Object.entries(sourceWords).map(([word, source]) => [source, word])) as Record<
  PowerSource,
  string
>;

const columns = [
  ...['权力编码', '部门', '权力名称', '设定依据', '行使科室', '行使岗位', '行使方式', '行使对象', '权力来源'],
  ...['廉政风险点', '来源条目', '对应事项编码'],
];

/** A whole edition: what stands on the list. */
export async function exportJson(call: Call, number: number): Promise<Json> {
  const snapshot = call.deps.services.get(catalogKey).current();
  const edition = await requireEdition(call, number);
  return {
    edition: presentEdition(edition.facts),
    items: edition.listed.map((entry) => presentListed(snapshot, edition, entry)),
  };
}

export async function exportCsv(call: Call, number: number): Promise<FileAnswer> {
  const content = writeCsv(await tableOf(call, number));
  return new FileAnswer({ content, mediaType: 'text/csv; charset=utf-8', fileName: `小微权力清单第${number}版.csv` });
}

export async function exportXlsx(call: Call, number: number): Promise<FileAnswer> {
  const content = await writeXlsx([await tableOf(call, number)]);
  return new FileAnswer({ content, mediaType: workbookType, fileName: `小微权力清单第${number}版.xlsx` });
}

async function tableOf(call: Call, number: number): Promise<OutputTable> {
  const { items } = await exportJson(call, number);
  const codesOf = (list: readonly { readonly code: string }[]): string => list.map(({ code }) => code).join('、');
  const rows = items.map(({ code, department, content, predecessors, matters }) => [
    ...[code, department.name, content.name],
    content.basis
      .map(({ title, docNo, article }) => `《${title}》${docNo === undefined ? '' : `（${docNo}）`}${article ?? ''}`)
      .join('；'),
    ...[content.office ?? '', content.post ?? '', content.exercise],
    content.audiences.map((audience) => audienceWords[audience]).join('、'),
    ...[sources[content.source], content.risks ?? '', codesOf(predecessors), codesOf(matters)],
  ]);
  return { name: `第${number}版`, columns, rows };
}
