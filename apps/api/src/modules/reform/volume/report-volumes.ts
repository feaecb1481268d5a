import type { Input, Issue, volumeEndpoints, VolumeReportData } from '@yitang/contract';
import type { DecidedReport, ReportRow } from '@yitang/domain/volume';
import type { Tx } from '../../../platform/command/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { raiseVolumeRevision } from '../../case/index.ts';
import { catalogKey } from '../../catalog/index.ts';
import { entryKey, planReport, type ReportPlan, type ReportRequest } from './plan-report.ts';
import { toIssues } from './report-sentences.ts';
import { sourceNames } from './sources.ts';
import { VolumeEntry } from './volume.entity.ts';

/**
 * Takes figures from a form or a program, all of them or none. Sent again they change nothing.
 * @throws `request.invalid` with every fault, its field as `body.items.3.cases`
 */
export async function reportVolumes(
  call: Call,
  { items, isConfirmed = false }: Input<(typeof volumeEndpoints)['reportVolumes']>['body'],
): Promise<VolumeReportData> {
  const rows = items.map(({ cases, reason = '', ...item }): ReportRow => ({ ...item, reason, cases: String(cases) }));
  return recordReport(call, { rows, isConfirmed }, (plan) => issuesOf(plan));
}

function issuesOf({ decision }: ReportPlan): { code: 'request.invalid'; issues: Issue[] } {
  const faults = decision.ok ? [] : decision.faults;
  const issues = toIssues(
    faults,
    (row, field) => (row === null ? 'body.isConfirmed' : `body.items.${row}.${field}`),
    (row) => `第 ${row + 1} 项`,
  );
  return { code: 'request.invalid', issues };
}

type Refusal = { readonly code: 'request.invalid' | 'import.rows'; readonly issues: readonly Issue[] };

/** The transaction that all ways of reporting share. */
export function recordReport(
  call: Call,
  request: ReportRequest,
  refusalOf: (plan: ReportPlan) => Refusal,
): Promise<VolumeReportData> {
  return call.deps.runCommand(call, { name: 'volume.report' }, async (tx) => {
    const plan = await planReport(call, tx.em, request);
    const { decision } = plan;
    if (!decision.ok) {
      const { code, issues } = refusalOf(plan);
      throw problem(code, { issues });
    }
    await insertEntries(call, tx, plan);
    const report = await presentPlan({ deps: call.deps, em: tx.em }, plan, {
      isDryRun: false,
      rows: request.rows.length,
      issues: [],
    });
    const { rows, recorded, corrected, unchanged } = report;
    const sources = [...new Set(decision.entries.map(({ source }) => source))];
    tx.audit({
      action: 'volume.report',
      chain: 'volumes',
      target: { type: 'volumes', id: sources.join(',') || 'unchanged' },
      outcome: 'done',
      after: { rows, recorded, corrected, unchanged },
    });
    return report;
  });
}

const rowsAtOnce = 200;

async function insertEntries(call: Call, tx: Tx, { decision, standing }: ReportPlan): Promise<void> {
  const entries = decision.ok ? decision.entries : [];
  const reportedBy = call.principal.displayName ?? `接入系统 ${call.principal.clientId ?? ''}`.trim();
  const made = entries.map(({ matterId, departmentId, month, source, cases, evidence, reason }) => {
    const before = standing.get(entryKey(matterId, month, source));
    return {
      ...{ id: newId(tx.now.getTime()), matterId, month, source, cases, evidence, reason, departmentId, reportedBy },
      ...{ turn: (before?.turn ?? 0) + 1, replaces: before?.id ?? null, recordedAt: tx.now },
    };
  });
  for (let start = 0; start < made.length; start += rowsAtOnce)
    await tx.em.insertMany(VolumeEntry, made.slice(start, start + rowsAtOnce));
  if (made.length > 0) await raiseVolumeRevision(tx.em);
}

export async function presentPlan(
  call: Pick<Call, 'deps' | 'em'>,
  { decision, conflicts }: ReportPlan,
  facts: Pick<VolumeReportData, 'isDryRun' | 'rows' | 'issues'>,
): Promise<VolumeReportData> {
  const entries: readonly DecidedReport[] = decision.ok ? decision.entries : [];
  const corrected = entries.filter(({ reason }) => reason !== null).length;
  const snapshot = call.deps.services.get(catalogKey).current();
  const nameOf = await sourceNames(call.em);
  return {
    ...facts,
    ...{ recorded: entries.length - corrected, corrected, unchanged: decision.ok ? decision.unchanged : 0 },
    conflicts: conflicts.map(({ matterId, month, sources }) => {
      const matter = snapshot.findById(matterId) ?? snapshot.retired.find(({ id }) => id === matterId);
      return { matter: matter?.code ?? '', name: matter?.name ?? '', month, sources: sources.map(nameOf) };
    }),
  };
}
