import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Config } from '../../../platform/config/index.ts';
import { serviceKey } from '../../../platform/endpoint/index.ts';
import { createWorkerPool } from '../workers/worker-pool.ts';
import { openDemoSeal } from './demo-seal.ts';
import { findFonts } from './fonts.ts';
import type { PrintAnswer, PrintTask, PrintWorkerData } from './print-worker.ts';
import type { CertificateSheet, ReceiptSheet } from './sheets.ts';
import type { SealKey, SigningFacts } from './signer.ts';
import { RareCharacters } from './type-case.ts';

/** Puts sheets on paper, in a thread of its own. Both throw RareCharacters rather than print a box, and WorkerBusy in a rush. */
export interface Printer {
  /** @returns the signed PDF */
  printCertificate(sheet: CertificateSheet, signing: SigningFacts): Promise<Buffer>;
  printReceipt(sheet: ReceiptSheet): Promise<Buffer>;
  close(): Promise<void>;
}

export const printerKey = serviceKey<Printer>('material.printer');

type PrinterConfig = Pick<Config, 'mode' | 'seal' | 'filesFolder'>;

export function createPrinter(config: PrinterConfig): Printer {
  const data: PrintWorkerData = { fonts: findFonts(config.seal.font), seal: sealOf(config) };
  const pool = createWorkerPool<PrintTask, PrintAnswer>({
    file: new URL('./print-worker.ts', import.meta.url),
    data,
    maxWaiting: 200,
    taskMs: 30_000,
    idleMs: 60_000,
  });
  const print = async (task: PrintTask): Promise<Buffer> => {
    const answer = await pool.run(task);
    if ('rare' in answer) throw new RareCharacters(answer.rare);
    return Buffer.from(answer.pdf);
  };
  return {
    printCertificate: (sheet, signing) => print({ sheet, signing }),
    printReceipt: (sheet) => print({ sheet }),
    close: () => pool.close(),
  };
}

/** Only a machine that is no production makes a key for itself. */
function sealOf({ mode, seal, filesFolder }: PrinterConfig): SealKey | undefined {
  if (seal.p12File !== undefined) return { p12: readFileSync(seal.p12File), password: seal.password ?? '' };
  return mode === 'production' ? undefined : openDemoSeal(join(dirname(filesFolder), 'demo-seal.p12'));
}
