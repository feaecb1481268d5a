import type { Answer, Issue, powerEndpoints } from '@yitang/contract';
import type { PowerContent } from '@yitang/domain/power';
import { isListed } from '@yitang/domain/power';
import type { Audience, PowerSource } from '@yitang/domain/vocabulary';
import { isDeepStrictEqual } from 'node:util';
import type { Em } from '../../../database/index.ts';
import type { Tx } from '../../../platform/command/index.ts';
import type { Call, FileAnswer } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import {
  readRow,
  readTable,
  readUploadedFile,
  readUploadedTable,
  refuseRepeated,
  requireColumns,
  type RowReader,
  type Table,
} from '../../../platform/table-file/index.ts';
import { departmentFinder, listDepartments, type DepartmentView } from '../../organization/index.ts';
import { departmentsInReach, mayIn } from '../draft/draft-access.ts';
import { markTable } from '../list-import/mark-table.ts';
import { findEnterable, requireEnterable } from './enterable.ts';
import { changedBy, newPower } from './enter-power.ts';
import { Power } from './power.entity.ts';
import { takeCodes } from './take-codes.ts';

type Report = Answer<typeof powerEndpoints.importPowerEntries>;

export const powerColumns = [
  '权力编码',
  '部门',
  '权力名称',
  '依据名称',
  '依据文号',
  '依据条款',
  '行使科室',
  '行使岗位',
  '行使方式',
  '行使对象',
  '权力来源',
  '廉政风险点',
] as const;

const audiences: Readonly<Record<string, Audience>> = {
  学生: 'student',
  教师: 'teacher',
  教职工: 'teacher',
  家长: 'parent',
  校友: 'alumnus',
  社会人员: 'visitor',
};
export const sourceWords: Readonly<Record<string, PowerSource>> = {
  法定本级行使: 'own',
  上级下放: 'handed-down',
  上级授权: 'authorised-above',
  同级授权: 'authorised-same',
  上级委托: 'entrusted-above',
  同级委托: 'entrusted-same',
};

interface ReadRow {
  readonly reader: RowReader;
  readonly code: string | null;
  readonly department: DepartmentView | undefined;
  readonly content: PowerContent;
}
interface Plan {
  readonly rows: number;
  readonly issues: readonly Issue[];
  readonly news: readonly ReadRow[];
  readonly changes: readonly { readonly power: Power; readonly content: PowerContent }[];
}

/**
 * Imports entries of a department or, for the reform office, of all; a repeat changes nothing. With one wrong row nothing
 * is imported.
 * @throws `import.unreadable`, and without a dry run `import.rows` with every fault
 */
export async function importPowers(call: Call, isDryRun: boolean): Promise<Report> {
  const table = await readTable(await readUploadedTable(call.ctx.req));
  if (isDryRun) {
    const plan = await planImport(call, call.em, table);
    await call.deps.audit.read(call, { action: 'power.check-import', target: { type: 'import', id: 'powers' } });
    return reportOf(plan, true);
  }
  return call.deps.runCommand(call, { name: 'power.import' }, async (tx) => {
    const plan = await planImport(call, tx.em, table);
    if (plan.issues.length > 0) throw problem('import.rows', { issues: plan.issues });
    await apply(call, tx, plan);
    const report = reportOf(plan, false);
    const { rows, created, changed, unchanged } = report;
    tx.audit({
      action: 'power.import',
      chain: 'import:powers',
      target: { type: 'import', id: 'powers' },
      outcome: 'done',
      after: { rows, created, changed, unchanged },
    });
    return report;
  });
}

/** The sheet with every fault beside its row, to mend it and send it again. @throws `import.unreadable` */
export async function markPowers(call: Call): Promise<FileAnswer> {
  const sent = await readUploadedFile(call.ctx.req);
  const { issues } = await planImport(call, call.em, await readTable(sent.bytes));
  await call.deps.audit.read(call, { action: 'power.mark-import', target: { type: 'import', id: 'powers' } });
  return markTable(call, sent, issues);
}

async function planImport(call: Call, em: Em, table: Table): Promise<Plan> {
  const issues: Issue[] = [...table.issues];
  const needed = ['权力名称', '行使方式', '行使对象'];
  if (!requireColumns(table.columns, needed, issues)) return { rows: table.rows.length, issues, news: [], changes: [] };
  const departments = await listDepartments(em);
  const find = departmentFinder(departments);
  const reach = departmentsInReach(call);
  // Who answers for one department alone need not name it.
  const own = reach?.length === 1 ? departments.find(({ id }) => id === reach[0]) : undefined;
  const rows = table.rows.map((row) => readPower(readRow(row, issues), find, own));
  refuseRepeated(
    rows.map(({ reader, code, department, content }) => [reader, code ?? `${department?.id} ${content.name}`]),
    '权力名称',
  );
  await refuseForeign(call, em, rows);
  const known = await findKnown(em, rows);
  const news: ReadRow[] = [];
  const changes: { power: Power; content: PowerContent }[] = [];
  for (const row of rows) {
    const power = known(row);
    if (power === undefined && row.code === null) news.push(row);
    else if (power === undefined)
      row.reader.refuse('权力编码', 'cell.unknown', '没有这个编码；新条目请留空，系统会编号。');
    else if (power.status !== 'entered' && !isListed(power.status))
      row.reader.refuse('权力编码', 'cell.ended', '该条目已合并、拆分、取消或撤下，不能再改。');
    else if (!isDeepStrictEqual(power.content, row.content)) changes.push({ power, content: row.content });
  }
  return { rows: rows.length, issues, news, changes };
}

function readPower(
  reader: RowReader,
  find: (text: string) => DepartmentView | undefined,
  own?: DepartmentView,
): ReadRow {
  const named = reader.text('部门', 80);
  const department = named === null ? own : find(named);
  if (department === undefined) {
    const message = named === null ? '请填写部门。' : '没有这个部门，或有几个部门都叫这个名字；请用部门编码。';
    reader.refuse('部门', 'cell.unknown', message);
  }
  const [title, docNo, article] = [
    reader.text('依据名称', 200),
    reader.text('依据文号', 100),
    reader.text('依据条款', 200),
  ];
  if (title === null && (docNo ?? article) !== null)
    reader.refuse('依据名称', 'cell.required', '填了文号或条款，就要填依据名称。');
  const basis =
    title === null ? [] : [{ title, ...(docNo !== null && { docNo }), ...(article !== null && { article }) }];
  return {
    reader,
    code: reader.text('权力编码', 20),
    department,
    content: {
      name: reader.requiredText('权力名称', 200),
      basis,
      office: reader.text('行使科室', 80),
      post: reader.text('行使岗位', 80),
      exercise: reader.requiredText('行使方式', 2_000),
      audiences: readAudiences(reader),
      source: reader.choice('权力来源', sourceWords, 'own') ?? 'own',
      risks: reader.text('廉政风险点', 1_000),
    },
  };
}

function readAudiences(reader: RowReader): Audience[] {
  const words = reader.list('行使对象', 100);
  const unknown = words.filter((word) => !Object.hasOwn(audiences, word));
  if (unknown.length > 0 || words.length === 0)
    reader.refuse('行使对象', 'cell.choice', `请填写：${Object.keys(audiences).join('、')}；几类用顿号隔开。`);
  return [...new Set(words.flatMap((word) => audiences[word] ?? []))];
}

/** Rows of departments that the caller may not enter for, or not now. */
async function refuseForeign(call: Call, em: Em, rows: readonly ReadRow[]): Promise<void> {
  const enterable = await findEnterable(call, em);
  for (const { reader, department } of rows) {
    if (department === undefined || mayIn(call, 'catalog.review', department.id)) continue;
    if (!mayIn(call, 'catalog.edit', department.id)) reader.refuse('部门', 'cell.foreign', '您不能为这个部门录入。');
    else if (!enterable.has(department.id))
      reader.refuse('部门', 'cell.closed', '该部门现在没有可以录入的申报，或已经提交。');
  }
}

/** The entry that a row means: by its code, otherwise by department and name among those that have not ended. */
async function findKnown(em: Em, rows: readonly ReadRow[]): Promise<(row: ReadRow) => Power | undefined> {
  const ids = [...new Set(rows.flatMap(({ department }) => department?.id ?? []))];
  const powers =
    ids.length === 0 ? [] : await em.find(Power, { departmentId: { $in: ids } }, { disableIdentityMap: true });
  const byCode = new Map(powers.map((power) => [`${power.departmentId} ${power.code}`, power]));
  const alive = powers.filter(({ status }) => status === 'entered' || isListed(status));
  const byName = new Map(alive.map((power) => [`${power.departmentId} ${power.name}`, power]));
  return ({ code, department, content }) =>
    code === null ? byName.get(`${department?.id} ${content.name}`) : byCode.get(`${department?.id} ${code}`);
}

async function apply(call: Call, tx: Tx, { news, changes }: Plan): Promise<void> {
  const touched = [
    ...news.flatMap(({ department }) => department?.id ?? []),
    ...changes.map((one) => one.power.departmentId),
  ];
  await requireEnterable(call, tx, touched);
  const byDepartment = Map.groupBy(news, ({ department }) => department);
  for (const [department, rows] of byDepartment) {
    if (department === undefined) continue;
    const codes = await takeCodes(tx.em, department.code, rows.length);
    const made = rows.map(({ content }, index) =>
      newPower(call, tx, {
        ...{ code: codes[index] ?? '', departmentId: department.id, content },
        ...{ status: 'entered', decisionId: null },
      }),
    );
    for (let start = 0; start < made.length; start += rowsAtOnce)
      await tx.em.insertMany(Power, made.slice(start, start + rowsAtOnce));
  }
  for (const { power, content } of changes) {
    const values = { ...changedBy(call, power, content), revision: power.revision + 1 };
    const written = await tx.em.nativeUpdate(Power, { code: power.code, revision: power.revision }, values);
    if (written !== 1) throw problem('record.changed');
  }
}

const rowsAtOnce = 200;

function reportOf({ rows, issues, news, changes }: Plan, isDryRun: boolean): Report {
  const [created, changed] = [news.length, changes.length];
  return { isDryRun, rows, created, changed, unchanged: rows - created - changed, issues: [...issues] };
}
