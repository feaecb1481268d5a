import type { HealthState } from '@yitang/domain/vocabulary';
import { insertRows } from '../../../database/index.ts';
import type { Tx } from '../../../platform/command/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import type { JobRun } from '../../../platform/jobs/index.ts';
import type { AuditedMatter } from './audit-matter.ts';
import { MatterHealth, PromiseFinding, PromiseRun } from './health.entity.ts';
import { writeProposals } from './write-proposals.ts';

interface Piece {
  readonly run: PromiseRun;
  readonly audited: readonly AuditedMatter[];
  readonly previous: ReadonlyMap<string, HealthState>;
  readonly total: number;
}

const weights: Readonly<Record<HealthState, number>> = { broken: 0, attention: 1, unknown: 2, good: 3 };
const rowsAtOnce = 500;

/** One transaction for some matters: their health, the cases behind it, their proposals. false: the run was cancelled. */
export async function writePiece({ deps, caller }: JobRun, piece: Piece): Promise<boolean> {
  const { run, audited, total } = piece;
  const lastCode = audited.at(-1)?.matter.code ?? run.lastCode;
  const key = `promise-audit:${run.id}:${lastCode}`;
  const cases = audited.reduce((sum, { tally }) => sum + tally.received, 0);
  return deps.runCommand(
    { principal: caller.principal, idempotencyKey: key },
    { name: 'promise.audit' },
    async (tx) => {
      const [state] = await tx.em.find(PromiseRun, { id: run.id }, { disableIdentityMap: true });
      const moved = { done: (state?.done ?? 0) + audited.length, cases: (state?.cases ?? 0) + cases };
      const running = { id: run.id, state: 'running' } as const;
      const isRunning = await tx.em.nativeUpdate(PromiseRun, running, { ...moved, total, lastCode, movedAt: tx.now });
      if (isRunning === 1) await writeHealth(tx, piece);
      tx.audit({
        action: 'promise.audit',
        chain: `promise-audit:${run.id}`,
        target: { type: 'promise-audit', id: run.id },
        outcome: 'done',
        after: { until: lastCode, matters: audited.length, cases, written: isRunning },
      });
      return isRunning === 1;
    },
  );
}

async function writeHealth(tx: Tx, { run, audited, previous }: Piece): Promise<void> {
  const where = { runId: run.id, matterId: { $in: audited.map(({ matter }) => matter.id) } };
  await tx.em.nativeDelete(MatterHealth, where);
  await tx.em.nativeDelete(PromiseFinding, where);
  await tx.em.insertMany(
    MatterHealth,
    audited.map(({ matter, health, figures }) => ({
      id: newId(tx.now.getTime()),
      runId: run.id,
      ...{ matterId: matter.id, code: matter.code, departmentId: matter.departmentId, onDay: run.onDay },
      ...{ state: health.state, previous: previous.get(matter.id) ?? null, weight: weights[health.state] },
      ...{ reasons: health.reasons, figures },
    })),
  );
  const rows = audited.flatMap(({ matter, findings }) =>
    findings.map(({ reason, caseId, caseNumber, onDay, detail }) => ({
      ...{ id: newId(tx.now.getTime()), run_id: run.id, matter_id: matter.id, reason },
      ...{ case_id: caseId, case_number: caseNumber, on_day: onDay, detail },
    })),
  );
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    await insertRows(tx.em, 'promise_findings', rows.slice(start, start + rowsAtOnce));
  }
  for (const one of audited) await writeProposals(tx, run.onDay, one);
}
