import { workerData } from 'node:worker_threads';
import { serveTasks } from '../../../platform/workers/index.ts';
import { printSheet } from './print-sheet.ts';
import type { Sheet } from './sheets.ts';
import { createPdfSigner, type SealKey } from './signer.ts';
import { createTypeCase, RareCharacters, type FontFace } from '../../../platform/typesetting/index.ts';

export interface PrintWorkerData {
  readonly fonts: readonly FontFace[];
  readonly seal: SealKey | undefined;
}
export interface PrintTask {
  readonly sheet: Sheet;
  /** Signed with the seal when given. */
  readonly signing?: { readonly reason: string; readonly name: string; readonly at: Date };
}
export type PrintAnswer = { readonly pdf: ArrayBuffer } | { readonly rare: readonly string[] };

const { fonts, seal } = workerData as PrintWorkerData;
const typeCase = createTypeCase(fonts);
const signer = seal === undefined ? undefined : createPdfSigner(seal);

serveTasks<PrintTask, PrintAnswer>(async ({ sheet, signing }) => {
  try {
    const plain = await printSheet(sheet, typeCase);
    const pdf = signing === undefined ? plain : await signed(plain, signing);
    const bytes = new Uint8Array(pdf).buffer;
    return { answer: { pdf: bytes }, transfer: [bytes] };
  } catch (error) {
    if (error instanceof RareCharacters) return { answer: { rare: error.characters } };
    throw error;
  }
});

function signed(pdf: Buffer, signing: NonNullable<PrintTask['signing']>): Promise<Buffer> {
  if (signer === undefined) throw new Error('no seal is configured: SEAL_P12_FILE');
  return signer.sign(pdf, signing);
}
