import { civilDateAt } from '@yitang/domain/calendar';
import type { EnteredRecordKind } from '@yitang/domain/vocabulary';
import { affectedRows } from '../../../database/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { targetProblem } from './target-problem.ts';
import { TargetRecord } from './target.entity.ts';

interface NewRecord {
  readonly kind: EnteredRecordKind;
  readonly madeOn: string;
  readonly title: string;
  readonly receipt: string;
}

/** @throws `target.not-allowed` for a day to come */
export function addTargetRecord(call: Call, record: NewRecord): Promise<{ id: string }> {
  return call.deps.runCommand(call, { name: 'target.add-record' }, async (tx) => {
    if (record.madeOn > civilDateAt(tx.now, call.deps.config.timeZone))
      throw targetProblem([{ code: 'record.future' }]);
    const id = newId();
    const recordedBy = tx.principal.displayName ?? '';
    await tx.em.insert(TargetRecord, { ...record, id, recordedAt: tx.now, recordedBy, withdrawnAt: null });
    tx.audit({
      action: 'target.add-record',
      chain: `target-record:${id}`,
      target: { type: 'target-record', id },
      outcome: 'done',
      after: { ...record },
    });
    return { id };
  });
}

/** @throws `record.not-found`, also for one that was taken back before */
export function withdrawTargetRecord(call: Call, id: string): Promise<void> {
  return call.deps.runCommand(call, { name: 'target.withdraw-record' }, async (tx) => {
    const sql = 'update target_records set withdrawn_at = ? where id = ? and withdrawn_at is null';
    if ((await affectedRows(tx.em, sql, [tx.now, id])) !== 1) throw problem('record.not-found');
    tx.audit({
      action: 'target.withdraw-record',
      chain: `target-record:${id}`,
      target: { type: 'target-record', id },
      outcome: 'done',
    });
  });
}
