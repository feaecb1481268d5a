import type { Issue } from '@yitang/contract';
import type { CivilDate } from '@yitang/domain/vocabulary';
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
import { departmentFinder, listDepartments } from './list-departments.ts';
import { Post, PostHolder } from './organization.entity.ts';

export const postColumns = [
  '岗位编码',
  '部门',
  '岗位名称',
  '英文名称',
  '随申请人部门',
  '电话',
  '任职人学工号',
  '任职起始日期',
  '任职截止日期',
] as const;

/** Who has these 学工号: the ids of people, by number. */
export type FindPeople = (numbers: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** Posts by code and department, with the people who hold them. A holder that the file leaves out stays. */
export async function planPostImport(em: Em, table: Table, findPeople: FindPeople): Promise<ImportPlan> {
  const issues: Issue[] = [...table.issues];
  if (!requireColumns(table.columns, ['岗位编码', '部门', '岗位名称'], issues))
    return emptyPlan(table.rows.length, issues);
  const findDepartment = departmentFinder(await listDepartments(em));
  const rows = table.rows.map((row) => readPost(readRow(row, issues), (text) => findDepartment(text)?.id));
  refuseRepeated(
    rows.map(({ reader, values }) => [reader, `${values.code}@${values.departmentId}`]),
    '岗位编码',
  );
  const stored = new Map((await em.find(Post, {})).map((post) => [`${post.code}@${post.departmentId}`, post]));
  const people = await findPeople([...new Set(rows.flatMap(({ holders }) => holders.numbers))]);
  const holdings = new Map(
    (await em.find(PostHolder, {})).map((held) => [`${held.postId} ${held.personId} ${held.fromDay}`, held]),
  );
  const posts = rows.map(({ values }) => {
    const found = stored.get(`${values.code}@${values.departmentId}`);
    return { stored: found, values: { id: found?.id ?? newId(), ...values } };
  });
  const held = rows.flatMap(({ reader, holders }, index) =>
    holders.numbers.flatMap((number) => {
      const personId = people.get(number);
      if (personId === undefined) {
        reader.refuse('任职人学工号', 'cell.unknown', `没有学工号为 ${number} 的人员，请先导入人员。`);
        return [];
      }
      const postId = posts[index]?.values.id ?? '';
      const found = holdings.get(`${postId} ${personId} ${holders.fromDay}`);
      const values = { postId, personId, fromDay: holders.fromDay, untilDay: holders.untilDay };
      return [{ stored: found, values: { id: found?.id ?? newId(), ...values } }];
    }),
  );
  const postPlan = planUpserts(posts, { insert: (values) => void em.create(Post, values), flush: () => em.flush() });
  const heldPlan = planUpserts(held, {
    insert: (values) => void em.create(PostHolder, values),
    flush: () => em.flush(),
  });
  return {
    rows: rows.length,
    issues,
    created: postPlan.created + heldPlan.created,
    changed: postPlan.changed + heldPlan.changed,
    unchanged: postPlan.unchanged + heldPlan.unchanged,
    apply: async () => {
      await postPlan.apply();
      await heldPlan.apply();
    },
  };
}

interface Holders {
  readonly numbers: readonly string[];
  readonly fromDay: CivilDate;
  readonly untilDay: CivilDate | null;
}

function readPost(reader: RowReader, findDepartmentId: (text: string) => string | undefined) {
  const department = reader.requiredText('部门', 80);
  const departmentId = findDepartmentId(department);
  if (department !== '' && departmentId === undefined) {
    reader.refuse('部门', 'cell.unknown', '没有这个部门，或有几个部门都叫这个名字；请用部门编码。');
  }
  const values = {
    code: reader.requiredText('岗位编码', 80),
    departmentId: departmentId ?? '',
    name: reader.requiredText('岗位名称', 80),
    nameEn: reader.text('英文名称', 160),
    isOfApplicantsDepartment: reader.flag('随申请人部门', false),
    phone: reader.text('电话', 40),
  };
  const numbers = reader.list('任职人学工号', 1_000);
  const fromDay = numbers.length === 0 ? '' : reader.requiredDay('任职起始日期');
  const holders: Holders = { numbers: [...new Set(numbers)], fromDay, untilDay: reader.day('任职截止日期') };
  return { reader, values, holders };
}
