import type { PackageDecision, PackageFacts, PackageWish } from '@yitang/domain/filing';
import { countBlocking, decidePackageStep } from '@yitang/domain/filing';
import type { PackageAction, SendingWay } from '@yitang/domain/vocabulary';
import type { Em } from '../../../database/index.ts';
import type { Tx } from '../../../platform/command/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { FilingPackage, FilingStep } from './filing.entity.ts';

/** @throws `record.not-found` */
export async function requirePackage(em: Em, id: string): Promise<FilingPackage> {
  const found = await em.findOne(FilingPackage, { id }, { disableIdentityMap: true });
  if (found === null) throw problem('record.not-found');
  return found;
}

export const factsOf = ({ status, gaps, frozenOn, sentOn }: FilingPackage): PackageFacts => ({
  status,
  blockingGaps: countBlocking(gaps),
  frozenOn: frozenOn ?? null,
  sentOn: sentOn ?? null,
});

export const decideStep = (current: FilingPackage, wish: PackageWish): PackageDecision =>
  decidePackageStep(factsOf(current), wish);

export interface StepNote {
  readonly action: PackageAction | 'plan';
  readonly on?: string;
  readonly way?: SendingWay;
  readonly reference?: string;
  readonly note?: string | null;
}

/** One line of the package's story, and the audit entry of the same. */
export async function writeStep(
  tx: Tx,
  packageId: string,
  { step, facts = {} }: { readonly step: StepNote; readonly facts?: Readonly<Record<string, unknown>> },
): Promise<void> {
  const { action, on = null, way = null, reference = null, note = null } = step;
  // Empty: the system itself.
  const by = tx.principal.kind === 'person' ? (tx.principal.displayName ?? '') : '';
  const told = { on, way, reference, note };
  await tx.em.insert(FilingStep, { id: newId(tx.now.getTime()), packageId, action, at: tx.now, by, ...told });
  const given = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null));
  tx.audit({
    action: `filing.${action}`,
    chain: `filing:${packageId}`,
    target: { type: 'filing', id: packageId },
    outcome: 'done',
    after: { ...facts, ...given },
    ...(action === 'plan' ? { startsChain: true } : {}),
  });
}

type Changes = Partial<Omit<FilingPackage, 'id'>>;

/** Of two steps at once one is told that the other was faster. @throws `record.changed` */
export async function changePackage(em: Em, { id, revision }: FilingPackage, changes: Changes): Promise<number> {
  const changed = await em.nativeUpdate(FilingPackage, { id, revision }, { ...changes, revision: revision + 1 });
  if (changed !== 1) throw problem('record.changed');
  return revision + 1;
}
