import type { Issue } from '@yitang/contract';
import type { CivilDate, Role, ScopeKind } from '@yitang/domain/vocabulary';
import type { Em } from '../../../database/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import {
  readRow,
  refuseRepeated,
  requireColumns,
  type RowReader,
  type Table,
} from '../../../platform/table-file/index.ts';
import { emptyPlan, planUpserts, scopeFinder, type FindScope, type ImportPlan } from '../../organization/index.ts';
import { RoleGrant } from '../account.entity.ts';
import { rolesThatMayNotMeet } from '../admin/give-grant.ts';
import { findPeopleByNumber } from '../find-person.ts';

export const grantColumns = ['学工号', '角色', '范围类别', '范围', '起始日期', '截止日期'] as const;

export const roleWords: Readonly<Record<string, Role>> = {
  办事人员: 'clerk',
  部门负责人: 'head',
  窗口人员: 'counter-clerk',
  改革专员: 'reform-officer',
  监督人员: 'supervisor',
  系统管理员: 'administrator',
};
const scopeWords: Readonly<Record<string, ScopeKind>> = {
  科室: 'office',
  部门: 'department',
  窗口: 'counter',
  校区: 'campus',
  全校: 'university',
};

export interface GrantImport {
  readonly by: string;
  /** The person who imports; nobody gives roles to themselves. */
  readonly byPersonId: string | undefined;
  readonly now: Date;
  readonly zone: string;
}

interface GrantRow {
  readonly reader: RowReader;
  readonly number: string;
  readonly role: Role;
  readonly scopeKind: ScopeKind;
  readonly scopeId: string | null;
  readonly fromDay: CivilDate;
  readonly untilDay: CivilDate | null;
}

/** Grants by person, role, scope and first day. Grants that the file leaves out stay: taking one back is an act of its own. */
export async function planGrantImport(em: Em, table: Table, context: GrantImport): Promise<ImportPlan> {
  const issues: Issue[] = [...table.issues];
  if (!requireColumns(table.columns, ['学工号', '角色', '范围类别', '起始日期'], issues))
    return emptyPlan(table.rows.length, issues);
  const findScope = await scopeFinder(em);
  const rows = table.rows.map((row) => readGrant(readRow(row, issues), findScope));
  refuseRepeated(
    rows.map((row) => [row.reader, keyOf({ ...row, personId: row.number })]),
    '学工号',
  );
  const people = await findPeopleByNumber(em, [...new Set(rows.map(({ number }) => number))]);
  const personIds = [...new Set(people.values())];
  const stored =
    personIds.length === 0 ? [] : await em.find(RoleGrant, { personId: { $in: personIds }, revokedAt: null });
  const byKey = new Map(stored.map((grant) => [keyOf(grant), grant]));
  const wanted = rows.flatMap((row) => {
    const personId = people.get(row.number);
    if (personId === undefined) {
      if (row.number !== '') row.reader.refuse('学工号', 'cell.unknown', '没有这个学工号的人员，请先导入人员。');
      return [];
    }
    if (personId === context.byPersonId)
      row.reader.refuse('学工号', 'grant.self', '不能给自己授权，请由另一位管理员办理。');
    const { role, scopeKind, scopeId, fromDay, untilDay } = row;
    const found = byKey.get(keyOf({ personId, role, scopeKind, scopeId, fromDay }));
    const given = { givenBy: found?.givenBy ?? context.by, givenAt: found?.givenAt ?? context.now };
    return [
      {
        row,
        stored: found,
        values: { id: found?.id ?? newId(), personId, role, scopeKind, scopeId, fromDay, untilDay, ...given },
      },
    ];
  });
  refuseConflicts(wanted, stored, context.zone);
  return {
    rows: rows.length,
    issues,
    ...planUpserts(wanted, { insert: (values) => void em.create(RoleGrant, values), flush: () => em.flush() }),
  };
}

const keyOf = (grant: {
  personId: string;
  role: string;
  scopeKind: string;
  scopeId?: string | null | undefined;
  fromDay: string;
}): string => [grant.personId, grant.role, grant.scopeKind, grant.scopeId ?? '', grant.fromDay].join(' ');

function readGrant(reader: RowReader, findScope: FindScope): GrantRow {
  const scopeKind = reader.choice('范围类别', scopeWords) ?? 'university';
  const scope = reader.text('范围', 80);
  const fromDay = reader.requiredDay('起始日期');
  const untilDay = reader.day('截止日期');
  if (untilDay !== null && untilDay < fromDay) reader.refuse('截止日期', 'grant.dates', '截止日期不能早于起始日期。');
  return {
    reader,
    number: reader.requiredText('学工号', 64),
    role: reader.choice('角色', roleWords) ?? 'clerk',
    scopeKind,
    scopeId: readScope(reader, { scopeKind, scope, findScope }),
    fromDay,
    untilDay,
  };
}

function readScope(
  reader: RowReader,
  wanted: { scopeKind: ScopeKind; scope: string | null; findScope: FindScope },
): string | null {
  const { scopeKind, scope, findScope } = wanted;
  if (scopeKind === 'university') {
    if (scope !== null && scope !== '全校') reader.refuse('范围', 'grant.scope', '全校范围不需要填写具体单位。');
    return null;
  }
  const found = scope === null ? undefined : findScope(scopeKind, scope);
  if (found === undefined) reader.refuse('范围', 'cell.unknown', '请填写现有单位、窗口或校区的编码或名称。');
  return found ?? null;
}

type Wanted = {
  readonly row: GrantRow;
  readonly values: Pick<RoleGrant, 'id' | 'personId' | 'role' | 'scopeKind' | 'scopeId' | 'fromDay' | 'untilDay'>;
};

function refuseConflicts(wanted: readonly Wanted[], stored: readonly RoleGrant[], zone: string): void {
  const byPerson = Map.groupBy([...stored, ...wanted.map(({ values }) => values)], ({ personId }) => personId);
  for (const { row, values } of wanted) {
    if (row.reader.hasIssues) continue;
    if (rolesThatMayNotMeet(byPerson.get(values.personId) ?? [], zone)) {
      row.reader.refuse('角色', 'grant.conflict', '系统管理员和监督人员不能是同一个人（三权分立）。');
    }
  }
}
