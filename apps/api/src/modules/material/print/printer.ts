import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Config } from '../../../platform/config/index.ts';
import { serviceKey } from '../../../platform/endpoint/index.ts';
import { createWorkerPool, type WorkerPool } from '../../../platform/workers/index.ts';
import { openDemoSeal } from './demo-seal.ts';
import type { PrintAnswer, PrintTask, PrintWorkerData } from './print-worker.ts';
import type { CertificateSheet, ReceiptSheet } from './sheets.ts';
import { createPdfSigner, type SealKey, type SigningFacts } from './signer.ts';
import { findFonts, RareCharacters } from '../../../platform/typesetting/index.ts';

/** Puts sheets on paper, in a thread of its own. All throw RareCharacters rather than print a box, and WorkerBusy in a rush. */
export interface Printer {
  /** @returns the signed PDF */
  printCertificate(sheet: CertificateSheet, signing: SigningFacts): Promise<Buffer>;
  printReceipt(sheet: ReceiptSheet): Promise<Buffer>;
  /** Unsigned: it certifies nothing. */
  printSample(sheet: CertificateSheet & { readonly isSample: true }): Promise<Buffer>;
  close(): Promise<void>;
}

export const printerKey = serviceKey<Printer>('material.printer');

type PrinterConfig = Pick<Config, 'mode' | 'seal' | 'filesFolder'>;

export function createPrinter(config: PrinterConfig): Printer {
  let pool: WorkerPool<PrintTask, PrintAnswer> | undefined;
  const print = async (task: PrintTask): Promise<Buffer> => {
    pool ??= openPool(config);
    const answer = await pool.run(task);
    if ('rare' in answer) throw new RareCharacters(answer.rare);
    return Buffer.from(answer.pdf);
  };
  return {
    printCertificate: (sheet, signing) => print({ sheet, signing }),
    printReceipt: (sheet) => print({ sheet }),
    printSample: (sheet) => print({ sheet }),
    close: async () => pool?.close(),
  };
}

function openPool(config: PrinterConfig): WorkerPool<PrintTask, PrintAnswer> {
  const data: PrintWorkerData = { fonts: findFonts(config.seal.font), seal: openSealOf(config) };
  const file = new URL('./print-worker.ts', import.meta.url);
  return createWorkerPool({ file, data, maxWaiting: 200, taskMs: 30_000, idleMs: 60_000 });
}

/**
 * Before the first request: a seal that can't be opened is found out when the server starts, not when somebody waits.
 * @throws Error that says what is wrong with the file
 */
export function checkSeal({ seal }: PrinterConfig): void {
  if (seal.p12File === undefined) return;
  try {
    createPdfSigner(readSeal(seal.p12File, seal.password));
  } catch (cause) {
    throw new Error(`SEAL_P12_FILE or SEAL_P12_PASSWORD is wrong: the seal can not be opened`, { cause });
  }
}

const readSeal = (file: string, password = ''): SealKey => ({ p12: readFileSync(file), password });

/** Only a machine that is no production makes a key for itself; a test in its own folder. */
function openSealOf({ mode, seal, filesFolder }: PrinterConfig): SealKey | undefined {
  if (seal.p12File !== undefined) return readSeal(seal.p12File, seal.password);
  const folder = mode === 'test' ? join(filesFolder, 'seal') : dirname(filesFolder);
  return mode === 'production' ? undefined : openDemoSeal(join(folder, 'demo-seal.p12'));
}
