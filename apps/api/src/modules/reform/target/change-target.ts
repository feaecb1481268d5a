import { findTargetFaults, type TargetDefinition } from '@yitang/domain/target';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import type { Tx } from '../../../platform/command/index.ts';
import { requireVersions } from './load-targets.ts';
import { targetProblem } from './target-problem.ts';
import { TargetVersion } from './target.entity.ts';

/** @throws `target.not-allowed` with every fault */
export function createTarget(
  call: Call,
  { key, definition }: { readonly key: string; readonly definition: TargetDefinition },
): Promise<{ key: string }> {
  return call.deps.runCommand(call, { name: 'target.create' }, async (tx) => {
    const faults = faultsOf(definition);
    const known = await tx.em.findOne(TargetVersion, { key, version: 1 }, { disableIdentityMap: true });
    if (known !== null) faults.push({ code: 'target.key-taken', field: 'body.key' });
    if (faults.length > 0) throw targetProblem(faults);
    await write(tx, { key, version: 1, definition, isRetired: false, reason: '' });
    return { key };
  });
}

/** @throws `target.not-allowed` with every fault, `record.changed` where somebody wrote a version meanwhile */
export function changeTarget(
  call: Call,
  key: string,
  wish: { readonly version: number; readonly definition: TargetDefinition; readonly reason: string },
): Promise<{ version: number }> {
  return call.deps.runCommand(call, { name: 'target.change' }, async (tx) => {
    const latest = await requireLatest(tx, key, wish.version);
    const { definition, reason } = wish;
    const faults = faultsOf(definition);
    if (!latest.isRetired && isSame(latest.definition, definition)) faults.push({ code: 'target.unchanged' });
    if (faults.length > 0) throw targetProblem(faults);
    const version = latest.version + 1;
    await write(tx, { key, version, definition, isRetired: false, reason }, latest);
    return { version };
  });
}

/** @throws `target.not-allowed`, `record.changed` */
export function retireTarget(
  call: Call,
  key: string,
  { version, reason }: { readonly version: number; readonly reason: string },
): Promise<{ version: number }> {
  return call.deps.runCommand(call, { name: 'target.retire' }, async (tx) => {
    const latest = await requireLatest(tx, key, version);
    if (latest.isRetired) throw targetProblem([{ code: 'target.retired' }]);
    const { definition } = latest;
    await write(tx, { key, version: version + 1, definition, isRetired: true, reason }, latest);
    return { version: version + 1 };
  });
}

async function requireLatest(tx: Tx, key: string, version: number): Promise<TargetVersion> {
  const [latest] = await requireVersions(tx.em, key);
  if (latest.version !== version) throw problem('record.changed');
  return latest;
}

type Fault = Parameters<typeof targetProblem>[0][number];
const faultsOf = (definition: TargetDefinition): Fault[] =>
  findTargetFaults(definition).map(({ code, field }) => ({ code, field: `body.definition.${field}` }));

/** Whether two definitions say the same, whatever the order of their fields. */
export function isSame(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

type NewVersion = Pick<TargetVersion, 'key' | 'version' | 'definition' | 'isRetired' | 'reason'>;

async function write(tx: Tx, version: NewVersion, before?: TargetVersion): Promise<void> {
  const recordedBy = tx.principal.displayName ?? '';
  // Two who write the same version at once meet at the key: the second is run again and told.
  await tx.em.insert(TargetVersion, { ...version, recordedAt: tx.now, recordedBy });
  const { key, definition, isRetired, reason } = version;
  tx.audit({
    action: before === undefined ? 'target.create' : isRetired ? 'target.retire' : 'target.change',
    chain: `target:${key}`,
    target: { type: 'target', id: key },
    outcome: 'done',
    ...(before === undefined ? {} : { before: { version: before.version, definition: before.definition } }),
    after: { version: version.version, definition, reason },
  });
}
