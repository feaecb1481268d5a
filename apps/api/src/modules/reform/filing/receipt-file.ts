import type { FilingDecreeData } from '@yitang/contract';
import { FileAnswer, type Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { receiveFile } from '../../material/index.ts';
import { FilingPackage } from './filing.entity.ts';
import { requirePackage } from './find-package.ts';

const accepts = { accepts: ['pdf', 'jpg', 'png'], maxBytes: 20 * 1024 * 1024 } as const;
const mediaTypes = { pdf: 'application/pdf', jpg: 'image/jpeg', png: 'image/png' } as const;

export const mayAttachReceipt = ({ status, receiptBlobId }: FilingPackage): boolean =>
  status === 'filed' && typeof receiptBlobId !== 'string';

/** Keeps the receipt of a package that is filed, once. @throws `material.…`, `filing.not-allowed` */
export async function attachReceipt(call: Call, id: string): Promise<NonNullable<FilingDecreeData['file']>> {
  if (!mayAttachReceipt(await requirePackage(call.em, id))) throw notNow();
  return receiveFile(call, accepts, async ({ name, type, blob, state }) => {
    if (state !== 'clean') throw problem('material.scan-unavailable', { retryAfter: 60 });
    return call.deps.runCommand(call, { name: 'filing.attach-receipt' }, async (tx) => {
      const kept = { name, size: blob.size, sha256: blob.sha256 };
      const changed = await tx.em.nativeUpdate(
        FilingPackage,
        { id, status: 'filed', receiptBlobId: null },
        {
          ...{ receiptName: name, receiptSize: blob.size, receiptSha256: blob.sha256 },
          ...{ receiptType: mediaTypes[type], receiptBlobId: blob.id },
        },
      );
      if (changed !== 1) throw notNow();
      await call.deps.blobs.keep(tx.em, blob.id);
      tx.audit({
        action: 'filing.attach-receipt',
        chain: `filing:${id}`,
        target: { type: 'filing', id },
        outcome: 'done',
        after: kept,
      });
      return kept;
    });
  });
}

const notNow = () =>
  problem('filing.not-allowed', {
    issues: [{ field: 'body.file', code: 'not-now', message: '登记回执之后才能附回执文件，且只能附一次。' }],
  });

export async function readReceipt(call: Call, id: string): Promise<FileAnswer> {
  const { receiptBlobId, receiptName, receiptType, receiptSize } = await requirePackage(call.em, id);
  if (typeof receiptBlobId !== 'string') throw problem('record.not-found');
  return new FileAnswer({
    content: await call.deps.blobs.open(receiptBlobId),
    mediaType: receiptType ?? 'application/octet-stream',
    fileName: receiptName ?? 'receipt',
    ...(typeof receiptSize === 'number' ? { size: receiptSize } : {}),
  });
}
