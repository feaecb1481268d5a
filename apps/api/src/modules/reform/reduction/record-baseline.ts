import type { Input, Issue, reductionEndpoints } from '@yitang/contract';
import { civilDateAt } from '@yitang/domain/calendar';
import { isDeepStrictEqual } from 'node:util';
import type { BurdenCounts } from '@yitang/domain/reduction';
import type { Tx } from '../../../platform/command/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { principalKey } from '../../../platform/principal/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { catalogKey, requireIn } from '../../catalog/index.ts';
import { BaselineFigure } from './baseline.entity.ts';
import { currentOf, listBaselines } from './find-baselines.ts';

type Wanted = Input<typeof reductionEndpoints.recordBaseline>['body'];

export interface BaselineEntry extends Wanted {
  readonly matterId: string;
}

/**
 * Enters what a matter asked of people on a past day, from paper. An entry of the same day is replaced, with a reason, and
 * stays readable.
 * @throws `request.invalid` with every fault, `record.not-found`, `access.denied`
 */
export async function recordBaseline(call: Call, code: string, wanted: Wanted): Promise<{ id: string }> {
  const matter = call.deps.services.get(catalogKey).current().find(code);
  if (matter === undefined) throw problem('record.not-found');
  requireIn(call, 'reduction.record', matter.departmentId);
  return call.deps.runCommand(call, { name: 'reduction.record-baseline' }, async (tx) => {
    const entries = await listBaselines(tx.em, [matter.id]);
    const replaced = currentOf(entries, wanted.onDay);
    const issues = findBaselineIssues(wanted, { today: civilDateAt(tx.now, call.deps.config.timeZone), replaced });
    if (issues.length > 0) throw problem('request.invalid', { issues });
    const id = await insertBaseline(call, tx, { ...wanted, matterId: matter.id, replacesId: replaced?.id ?? null });
    tx.audit({
      action: 'reduction.record-baseline',
      chain: `baseline:${matter.id}`,
      target: { type: 'matter', id: matter.id },
      outcome: 'done',
      after: { id, onDay: wanted.onDay, counts: wanted.counts, replaces: replaced?.id ?? null },
    });
    return { id };
  });
}

export async function insertBaseline(
  call: Pick<Call, 'principal'>,
  tx: Tx,
  entry: BaselineEntry & { readonly replacesId: string | null },
): Promise<string> {
  const id = newId(tx.now.getTime());
  await tx.em.insert(BaselineFigure, {
    ...{ id, matterId: entry.matterId, onDay: entry.onDay, counts: entry.counts, evidence: entry.evidence },
    reason: entry.replacesId === null ? null : entry.reason,
    replacesId: entry.replacesId,
    recordedAt: tx.now,
    recordedBy: principalKey(call.principal),
    recordedByName: call.principal.displayName ?? '',
  });
  return id;
}

interface Standing {
  readonly today: string;
  readonly replaced: { readonly counts: BurdenCounts } | undefined;
}

export function findBaselineIssues(
  { onDay, counts, evidence, reason }: Wanted,
  { today, replaced }: Standing,
): Issue[] {
  const issues: Issue[] = [];
  const refuse = (field: string, code: string, message: string): void => void issues.push({ field, code, message });
  if (onDay > today) refuse('body.onDay', 'future', '基线是过去的情况，日期不能晚于今天。');
  if (Object.values(counts).every((count) => count === null))
    refuse('body.counts', 'empty', '请至少填写一个数字；不知道的请留空，不要填 0。');
  if (evidence.trim() === '')
    refuse('body.evidence', 'required', '请写明依据，例如当时的文件名称和文号、通知或公示的日期。');
  if (replaced !== undefined) {
    if (isDeepStrictEqual(replaced.counts, counts))
      refuse('body.counts', 'unchanged', '与这一天已有的记录相同，不需要再录入。');
    else if (reason === null)
      refuse('body.reason', 'required', '这一天已有记录。要更正它，请写明更正的理由；原记录会保留。');
  }
  return issues;
}
