import pdfmake from 'pdfmake';
import type { FilingSnapshot } from '@yitang/domain/filing';
import { writeSteadyXlsx } from '../../../../platform/table-file/index.ts';
import { fontTable, type TypeCase } from '../../../../platform/typesetting/index.ts';
import type { Paper } from './list-papers.ts';
import { paperDocument } from './paper-document.ts';
import { sheetOf } from './paper-table.ts';

// A paper names no picture and no address that would have to be fetched; fonts are given as bytes.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => false);

/** Noon, so that no zone makes another day of it. */
const datedOf = ({ asOf }: FilingSnapshot): Date => new Date(`${asOf}T12:00:00Z`);

/**
 * One file, the same to the byte for the same snapshot on every machine and at any time.
 * @param digest SHA-256 of the snapshot
 * @throws RareCharacters when a text can't be printed
 */
export async function makePaper(
  paper: Paper,
  { snapshot, digest, typeCase }: { snapshot: FilingSnapshot; digest: string; typeCase: TypeCase },
): Promise<Buffer> {
  const tables = paper.tables(snapshot);
  const dated = datedOf(snapshot);
  if (paper.kind === 'xlsx') return writeSteadyXlsx(tables.map(sheetOf), dated);
  const document = paperDocument(tables, { snapshot, digest, title: paper.title, dated }, typeCase.set);
  // pdfmake calls the footer while it lays out; its letters are few and known, so the fonts are complete by then.
  typeCase.set('第页共 /0123456789');
  pdfmake.setFonts(fontTable(typeCase));
  const bytes: Buffer = await pdfmake.createPdf(document).getBuffer();
  return bytes;
}
