import { civilDateAt } from '@yitang/domain/calendar';
import type { Deps } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { printerKey, RareCharacters } from '../print/index.ts';
import { minuteInWords } from '../print/time-in-words.ts';
import { certificateSheet, type SheetOrder } from './certificate-sheet.ts';

/**
 * A layout on paper with invented values: marked 样张, without signature, number or code that could be checked.
 * @throws ProblemError `certificate.rare-character` where something can't be printed
 */
export async function renderCertificateSample(deps: Deps, order: SheetOrder): Promise<Buffer> {
  const { clock, config, services } = deps;
  const now = clock.now();
  const sheet = certificateSheet(order, {
    number: '样张 SAMPLE',
    issuedOn: civilDateAt(now, config.timeZone),
    url: `${config.origin}/verify`,
    printedAt: minuteInWords(now, config.timeZone),
    university: config.university.name,
    isDemo: config.mode !== 'production',
  });
  return services
    .get(printerKey)
    .printSample({ ...sheet, isSample: true })
    .catch((error: unknown) => {
      throw error instanceof RareCharacters ? problem('certificate.rare-character', { cause: error }) : error;
    });
}
