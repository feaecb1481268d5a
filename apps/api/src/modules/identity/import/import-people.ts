import type { Issue } from '@yitang/contract';
import { normalisePhone, parseResidentId, validateName } from '@yitang/domain/person';
import type { AffiliationKind, CivilDate } from '@yitang/domain/vocabulary';
import {
  readRow,
  refuseRepeated,
  requireColumns,
  type RowReader,
  type Table,
} from '../../../platform/table-file/index.ts';
import { affiliationWords } from '../affiliation-words.ts';
import type { PersonalValues } from '../personal-values.ts';
import type { StudentStatus } from '../person.entity.ts';

export const peopleColumns = [
  '学工号',
  '姓名',
  '身份类别',
  '部门',
  '专业',
  '培养层次',
  '年级',
  '职务',
  '学籍状态',
  '欠费（分）',
  '起始日期',
  '截止日期',
  '预计毕业日期',
  '身份证件号',
  '手机号',
  '邮箱',
] as const;

const kinds: Readonly<Record<string, AffiliationKind>> = Object.fromEntries(
  (['student', 'teacher', 'staff', 'alumnus'] as const).map((kind) => [affiliationWords[kind], kind]),
);
const statuses: Readonly<Record<string, StudentStatus>> = {
  在读: 'registered',
  休学: 'suspended',
  毕业: 'graduated',
  退学: 'withdrawn',
};

/** One row: what somebody is to the university under one 学工号. */
export interface PersonRow {
  readonly number: string;
  readonly name: string;
  /** Only what the file has a column for; an empty cell clears. */
  readonly personal: PersonalValues;
  readonly affiliation: ImportedAffiliation;
}

export interface ImportedAffiliation {
  readonly kind: AffiliationKind;
  readonly departmentId: string | null;
  readonly programme: string | null;
  readonly level: string | null;
  readonly grade: string | null;
  readonly position: string | null;
  readonly studentStatus: StudentStatus | null;
  readonly arrearsFen: number;
  readonly fromDay: CivilDate;
  readonly untilDay: CivilDate | null;
  readonly expectedEnd: CivilDate | null;
}

/** Reads the rows of a file of people and notes every fault; rows with faults are in the answer too. */
export function readPeople(
  table: Table,
  findDepartmentId: (text: string) => string | undefined,
): { rows: PersonRow[]; issues: Issue[] } {
  const issues: Issue[] = [...table.issues];
  if (!requireColumns(table.columns, ['学工号', '姓名', '身份类别', '起始日期'], issues)) return { rows: [], issues };
  const read = table.rows.map((row) => {
    const reader = readRow(row, issues);
    return { reader, row: readPerson(reader, table, findDepartmentId) };
  });
  refuseRepeated(
    read.map(({ reader, row }) => [reader, row.number]),
    '学工号',
  );
  return { rows: read.map(({ row }) => row), issues };
}

function readPerson(
  reader: RowReader,
  table: Table,
  findDepartmentId: (text: string) => string | undefined,
): PersonRow {
  const kind = reader.choice('身份类别', kinds) ?? 'student';
  const department = reader.text('部门', 80);
  const departmentId = department === null ? null : (findDepartmentId(department) ?? null);
  if (department !== null && departmentId === null)
    reader.refuse('部门', 'cell.unknown', '没有这个部门，或有几个部门都叫这个名字；请用部门编码。');
  return {
    number: reader.requiredText('学工号', 64),
    name: readName(reader),
    personal: readPersonal(reader, table.columns),
    affiliation: {
      kind,
      departmentId,
      programme: reader.text('专业', 100),
      level: reader.text('培养层次', 40),
      grade: reader.text('年级', 20),
      position: reader.text('职务', 100),
      studentStatus: kind === 'student' ? (reader.choice('学籍状态', statuses, 'registered') ?? null) : null,
      arrearsFen: readFen(reader),
      fromDay: reader.requiredDay('起始日期'),
      untilDay: reader.day('截止日期'),
      expectedEnd: reader.day('预计毕业日期'),
    },
  };
}

function readName(reader: RowReader): string {
  const text = reader.requiredText('姓名', 100);
  const result = validateName(text);
  if (result.ok) return result.name;
  if (text !== '') reader.refuse('姓名', result.code, '姓名应为 2 至 50 个字，不含数字和符号。');
  return '';
}

function readFen(reader: RowReader): number {
  const text = reader.text('欠费（分）', 12) ?? '0';
  if (/^\d{1,10}$/.test(text)) return Number(text);
  reader.refuse('欠费（分）', 'cell.number', '请填写以分为单位的整数。');
  return 0;
}

function readPersonal(reader: RowReader, columns: readonly string[]): PersonalValues {
  return {
    ...(columns.includes('身份证件号') && { idNumber: readIdNumber(reader) }),
    ...(columns.includes('手机号') && { phone: readPhone(reader) }),
    ...(columns.includes('邮箱') && { email: readEmail(reader) }),
  };
}

/** A resident's number with a right check character, or the number of a passport. */
function readIdNumber(reader: RowReader): string | null {
  const text = reader.text('身份证件号', 40);
  if (text === null) return null;
  const resident = parseResidentId(text);
  if (resident !== undefined) return resident.number;
  if (/^[A-Z]{1,3}\d{6,10}$/i.test(text)) return text.toUpperCase();
  reader.refuse('身份证件号', 'cell.id-number', '证件号码有误，请核对（18 位身份证件号的最后一位是校验码）。');
  return null;
}

function readPhone(reader: RowReader): string | null {
  const text = reader.text('手机号', 40);
  if (text === null) return null;
  const phone = normalisePhone(text);
  if (phone === undefined) reader.refuse('手机号', 'cell.phone', '请填写 11 位手机号码。');
  return phone ?? null;
}

function readEmail(reader: RowReader): string | null {
  const text = reader.text('邮箱', 200);
  if (text === null || /^[^\s@<>"]{1,64}@[\w.-]+\.[A-Za-z]{2,}$/.test(text)) return text;
  reader.refuse('邮箱', 'cell.email', '邮箱地址有误。');
  return null;
}
