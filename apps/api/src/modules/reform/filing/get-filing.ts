import type { FilingData, FilingStepData } from '@yitang/contract';
import { packageLifecycle, type FilingSnapshot } from '@yitang/domain/filing';
import type { PackageAction } from '@yitang/domain/vocabulary';
import type { Call } from '../../../platform/endpoint/index.ts';
import { FilingPackage, FilingStep } from './filing.entity.ts';
import { requirePackage } from './find-package.ts';
import { mayManage, presentRow } from './list-filings.ts';
import { mayAttachReceipt } from './receipt-file.ts';
import { findPapers } from './store-papers.ts';

/** A package with its papers, what is missing and what happened to it. */
export async function getFiling(call: Call, id: string): Promise<FilingData> {
  const found = await requirePackage(call.em, id);
  const text = await call.deps.blobs.read(found.snapshotBlobId);
  const snapshot = JSON.parse(text.toString('utf8')) as FilingSnapshot;
  const papers = await findPapers(call.em, id);
  const heir = await findHeir(call, id);
  return {
    ...presentRow(call, found),
    ...presentSnapshot(snapshot),
    ...{ revision: found.revision, digest: found.digest, snapshotSize: found.snapshotSize },
    gaps: found.gaps.map((gap) => ({ ...gap, examples: [...gap.examples] })),
    progress: { done: found.papersDone, total: found.papersTotal },
    failure: found.failure ?? null,
    files: papers.map(({ id: fileId, path, part, title, size, sha256 }) => ({
      id: fileId,
      path,
      part,
      title,
      size,
      sha256,
    })),
    ...presentSealed(found),
    planned: { decreeId: found.decreeId ?? null, setNumber: found.setNumber ?? null },
    replaces: await findReplaced(call, found),
    replacedBy: heir === undefined ? null : { id: heir.id, number: heir.number ?? null },
    steps: await listSteps(call, id),
    availableActions: mayManage(call) ? actionsOf(found, heir !== undefined) : [],
  };
}

function presentSnapshot({ assembledAt, decree, set, targets, exclusions }: FilingSnapshot) {
  const stateCount = (state: string): number => targets.filter((target) => target.state === state).length;
  return {
    assembledAt,
    decree,
    set: set && {
      ...{ number: set.number, year: set.year, firstMonth: set.firstMonth, lastMonth: set.lastMonth },
      ...{ recordedUntil: set.recordedUntil, rules: [...set.rules], total: set.total },
    },
    targets: { total: targets.length, reached: stateCount('met'), notComputable: stateCount('not-computable') },
    exclusions: { total: exclusions.length, approved: exclusions.filter(({ isApproved }) => isApproved).length },
  };
}

function presentSealed(found: FilingPackage): Pick<FilingData, 'archive' | 'receipt'> {
  const { archiveSize, archiveSha256, keyId, receiptName, receiptSize, receiptSha256 } = found;
  return {
    archive:
      typeof archiveSha256 === 'string' ? { size: archiveSize ?? 0, sha256: archiveSha256, keyId: keyId ?? '' } : null,
    receipt:
      typeof receiptSha256 === 'string'
        ? { name: receiptName ?? '', size: receiptSize ?? 0, sha256: receiptSha256 }
        : null,
  };
}

type Action = FilingData['availableActions'][number];

function actionsOf(found: FilingPackage, hasHeir: boolean): Action[] {
  const byHand: readonly PackageAction[] = ['cancel', 'freeze', 'send', 'receive', 'return'];
  const { status } = found;
  const mayRenew = ['draft', 'failed', 'cancelled'].includes(status) || (status === 'returned' && !hasHeir);
  return [
    ...byHand.filter((action) => packageLifecycle[status][action] !== undefined),
    ...(mayRenew ? (['renew'] as const) : []),
    ...(mayAttachReceipt(found) ? (['attach-receipt'] as const) : []),
  ];
}

async function findReplaced({ em }: Call, { replacesId }: FilingPackage): Promise<FilingData['replaces']> {
  if (typeof replacesId !== 'string') return null;
  const { id, number } = await requirePackage(em, replacesId);
  return { id, number: number ?? '' };
}

/** The living package that takes the place of this one. */
async function findHeir({ em }: Call, id: string): Promise<FilingPackage | undefined> {
  const where = { replacesId: id, status: { $nin: ['cancelled' as const, 'failed' as const] } };
  const [heir] = await em.find(FilingPackage, where, { orderBy: { id: 'desc' }, limit: 1, disableIdentityMap: true });
  return heir;
}

async function listSteps({ em }: Call, packageId: string): Promise<FilingStepData[]> {
  const rows = await em.find(FilingStep, { packageId }, { orderBy: { id: 'asc' }, disableIdentityMap: true });
  return rows.map(({ action, at, by, on, way, reference, note }) => ({
    ...{ action, at: at.toISOString(), by },
    ...{ on: on ?? null, way: way ?? null, reference: reference ?? null, note: note ?? null },
  }));
}
