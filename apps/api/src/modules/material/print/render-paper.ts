import type { Deps } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { printerKey } from './printer.ts';
import type { ReceiptSheet } from './sheets.ts';
import { minuteInWords } from './time-in-words.ts';
import { RareCharacters } from '../../../platform/typesetting/index.ts';

type Printed = Pick<ReceiptSheet, 'language' | 'title' | 'number' | 'facts' | 'lists' | 'notes' | 'purpose'>;

/** Facts, tables, lists and notes for people to take along; where the code leads is a path of this site. */
export type Paper = Printed & Partial<Pick<ReceiptSheet, 'tables'>> & { readonly path: string };

/** @throws ProblemError `certificate.rare-character` where something can't be printed */
export function renderPaper({ config, clock, services }: Deps, { path, ...paper }: Paper): Promise<Buffer> {
  const printed = services.get(printerKey).printReceipt({
    kind: 'receipt',
    tables: [],
    ...paper,
    university: config.university.name,
    url: `${config.origin}${path}`,
    printedAt: minuteInWords(clock.now(), config.timeZone),
    isDemo: config.mode !== 'production',
  });
  return printed.catch((error: unknown) => {
    throw error instanceof RareCharacters ? problem('certificate.rare-character', { cause: error }) : error;
  });
}
