import type { adminEndpoints, Answer, importKinds } from '@yitang/contract';
import type { Em } from '../../../database/index.ts';
import type { Call, Caller, Deps } from '../../../platform/endpoint/index.ts';
import { principalKey, systemPrincipal } from '../../../platform/principal/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { readTable, readUploadedTable, type Table } from '../../../platform/table-file/index.ts';
import {
  calendarColumns,
  calendarImported,
  departmentColumns,
  planCalendarImport,
  planDepartmentImport,
  planPostImport,
  postColumns,
  type ImportPlan,
} from '../../organization/index.ts';
import { findPeopleByNumber } from '../find-person.ts';
import { peopleColumns } from '../import/import-people.ts';
import { grantColumns, planGrantImport } from '../import/plan-grants.ts';
import { planPeopleImport } from '../import/plan-people.ts';

export type ImportKind = (typeof importKinds)[number];
type Report = Answer<typeof adminEndpoints.importFile>;

const columns: Readonly<Record<ImportKind, readonly string[]>> = {
  departments: departmentColumns,
  people: peopleColumns,
  posts: postColumns,
  grants: grantColumns,
  calendar: calendarColumns,
};

/**
 * Imports a file, or with `isDryRun` only says what it would do. With one wrong row nothing is imported.
 * @throws `import.unreadable`, and without a dry run `import.rows` with every fault
 */
export async function importFile(call: Call, wanted: { kind: ImportKind; isDryRun: boolean }): Promise<Report> {
  const table = await readTable(await readUploadedTable(call.ctx.req));
  if (!wanted.isDryRun) return applyTable(call.deps, call, { ...wanted, table });
  const plan = await planImport(call.deps, call, { ...wanted, table, em: call.em });
  // nothing was changed: the look is recorded like a read
  await call.deps.audit.read(call, { action: 'import.check', target: { type: 'import', id: wanted.kind } });
  return report(wanted.kind, plan, true);
}

/** The same for whoever works at the machine itself; so the first administrator comes in. */
export async function importTables(
  deps: Deps,
  { kind, file, isDryRun }: { kind: ImportKind; file: Buffer; isDryRun: boolean },
): Promise<Report> {
  const caller: Caller = { principal: systemPrincipal('import') };
  const table = await readTable(file);
  if (!isDryRun) return applyTable(deps, caller, { kind, table });
  return report(kind, await planImport(deps, caller, { kind, table, em: deps.orm.em.fork() }), true);
}

async function applyTable(
  deps: Deps,
  caller: Caller,
  { kind, table }: { kind: ImportKind; table: Table },
): Promise<Report> {
  return deps.runCommand(caller, { name: `import.${kind}` }, async (tx) => {
    const plan = await planImport(deps, caller, { kind, table, em: tx.em });
    if (plan.issues.length > 0) throw problem('import.rows', { issues: plan.issues });
    await plan.apply();
    if ('year' in plan && typeof plan.year === 'number' && plan.created + plan.changed > 0)
      tx.enqueue(calendarImported(plan.year));
    const { rows, created, changed, unchanged } = plan;
    const target = { type: 'import', id: kind };
    const after = { rows, created, changed, unchanged };
    tx.audit({ action: 'import.apply', chain: `import:${kind}`, target, outcome: 'done', after });
    return report(kind, plan, false);
  });
}

function planImport(
  deps: Deps,
  { principal }: Caller,
  from: { kind: ImportKind; table: Table; em: Em },
): Promise<ImportPlan> {
  const { kind, table, em } = from;
  const by = principalKey(principal);
  const now = deps.clock.now();
  switch (kind) {
    case 'departments':
      return planDepartmentImport(em, table);
    case 'people':
      return planPeopleImport(em, table, { crypto: deps.crypto, now });
    case 'posts':
      return planPostImport(em, table, (numbers) => findPeopleByNumber(em, numbers));
    case 'grants':
      return planGrantImport(em, table, { by, byPersonId: principal.personId, now, zone: deps.config.timeZone });
    case 'calendar':
      return planCalendarImport(em, table, { by, now });
  }
}

function report(kind: ImportKind, plan: ImportPlan, isDryRun: boolean): Report {
  const { rows, created, changed, unchanged, issues } = plan;
  return {
    kind,
    isDryRun,
    rows,
    created,
    changed,
    unchanged,
    issues: [...issues],
    expectedColumns: [...columns[kind]],
  };
}
