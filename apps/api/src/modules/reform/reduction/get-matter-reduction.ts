import type { MatterReductionData } from '@yitang/contract';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { catalogKey, mayIn } from '../../catalog/index.ts';
import { compareDays, type DayPair } from './compare-days.ts';
import type { BaselineFigure } from './baseline.entity.ts';
import { listBaselines } from './find-baselines.ts';
import { presentRow } from './reduction.presenter.ts';

/** @throws `record.not-found` also for a matter of another department */
export async function getMatterReduction(call: Call, code: string, pair: DayPair): Promise<MatterReductionData> {
  const { from, to, rows } = await compareDays(call, pair);
  const row = rows.find((one) => one.code === code);
  if (row === undefined) throw problem('record.not-found');
  const baselines = await listBaselines(call.em, [row.id]);
  const materials = row.reduction?.materials ?? null;
  return {
    from,
    to,
    row: presentRow(call.deps.services.get(catalogKey).current(), row),
    materials: materials === null ? null : copyOf(materials),
    removedServices: [...(row.reduction?.removedServices ?? [])],
    versions: row.versions,
    baselines: presentBaselines(baselines),
    mayRecord: mayIn(call, 'reduction.record', row.departmentId),
  };
}

type Materials = NonNullable<MatterReductionData['materials']>;
const copyOf = (materials: { readonly [Key in keyof Materials]: readonly string[] }): Materials => ({
  kept: [...materials.kept],
  dropped: [...materials.dropped],
  nowShared: [...materials.nowShared],
  nowOwn: [...materials.nowOwn],
  added: [...materials.added],
});

function presentBaselines(entries: readonly BaselineFigure[]): MatterReductionData['baselines'] {
  const replaced = new Set(entries.map(({ replacesId }) => replacesId));
  return entries.map(({ id, onDay, counts, evidence, reason, recordedAt, recordedByName }) => ({
    id,
    onDay,
    counts,
    evidence,
    reason: reason ?? null,
    isReplaced: replaced.has(id),
    recordedAt: recordedAt.toISOString(),
    recordedBy: recordedByName,
  }));
}
