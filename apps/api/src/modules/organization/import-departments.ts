import type { Issue } from '@yitang/contract';
import type { Em } from '../../database/index.ts';
import { newId } from '../../platform/ids/index.ts';
import {
  readRow,
  refuseRepeated,
  requireColumns,
  type RowReader,
  type Table,
} from '../../platform/table-file/index.ts';
import { emptyPlan, planUpserts, type ImportPlan } from './import-plan.ts';
import { Campus, Department, type DepartmentKind } from './organization.entity.ts';

export const departmentColumns = [
  '部门编码',
  '部门名称',
  '简称',
  '英文名称',
  '类别',
  '上级部门编码',
  '校区',
  '办公地点',
  '咨询电话',
  '监督电话',
  '别名',
  '停用',
] as const;

const kinds: Readonly<Record<string, DepartmentKind>> = {
  机关部门: 'office',
  直属单位: 'service',
  学院: 'college',
  各学院: 'college-group',
};

/** Departments by their code; a campus that is named for the first time is made. */
export async function planDepartmentImport(em: Em, table: Table): Promise<ImportPlan> {
  const issues: Issue[] = [...table.issues];
  if (!requireColumns(table.columns, ['部门编码', '部门名称'], issues)) return emptyPlan(table.rows.length, issues);
  const stored = new Map((await em.find(Department, {})).map((department) => [department.code, department]));
  const campuses = new Map(
    (await em.find(Campus, {})).flatMap(({ id, code, name }) => [
      [name, id],
      [code, id],
    ]),
  );
  const newCampuses: { id: string; code: string; name: string }[] = [];
  const campusIdFor = (name: string): string => {
    const known = campuses.get(name);
    if (known !== undefined) return known;
    const made = { id: newId(), code: name, name };
    newCampuses.push(made);
    campuses.set(name, made.id);
    return made.id;
  };
  const rows = table.rows.map((row) => readDepartment(readRow(row, issues)));
  refuseRepeated(
    rows.map(({ reader, code }) => [reader, code]),
    '部门编码',
  );
  const ids = new Map([...stored].map(([code, { id }]) => [code, id]));
  for (const { code } of rows) if (!ids.has(code)) ids.set(code, newId());
  const wanted = rows.map(({ reader, code, parentCode, campusName, ...values }) => {
    const parentId = parentCode === null ? null : (ids.get(parentCode) ?? null);
    if (parentCode !== null && (parentId === null || parentCode === code)) {
      reader.refuse('上级部门编码', 'cell.unknown', '没有这个上级部门，请先导入或改正编码。');
    }
    const campusId = campusName === null ? null : campusIdFor(campusName);
    return { stored: stored.get(code), values: { id: ids.get(code) ?? newId(), code, ...values, parentId, campusId } };
  });
  const plan = planUpserts(wanted, { insert: (values) => void em.create(Department, values), flush: () => em.flush() });
  return {
    rows: rows.length,
    issues,
    ...plan,
    apply: () => {
      for (const campus of newCampuses) em.create(Campus, campus);
      return plan.apply();
    },
  };
}

function readDepartment(reader: RowReader) {
  const name = reader.requiredText('部门名称', 80);
  return {
    reader,
    code: reader.requiredText('部门编码', 40),
    name,
    shortName: reader.text('简称', 40) ?? name.slice(0, 40),
    nameEn: reader.text('英文名称', 160),
    kind: reader.choice('类别', kinds, 'office') ?? 'office',
    parentCode: reader.text('上级部门编码', 40),
    campusName: reader.text('校区', 40),
    place: reader.text('办公地点', 200),
    consultPhone: reader.text('咨询电话', 40),
    complaintPhone: reader.text('监督电话', 40),
    aliases: reader.list('别名', 500),
    isActive: !reader.flag('停用', false),
  };
}
