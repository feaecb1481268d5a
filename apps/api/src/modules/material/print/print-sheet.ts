import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { certificateDocument } from './certificate-document.ts';
import { receiptDocument } from './receipt-document.ts';
import type { Sheet } from './sheets.ts';
import { fontTable, type TypeCase } from '../../../platform/typesetting/index.ts';

// A sheet names no picture and no address that would have to be fetched; fonts are given as bytes.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => false);

/** @throws RareCharacters before anything is drawn. */
export async function printSheet(sheet: Sheet, typeCase: TypeCase): Promise<Buffer> {
  const document: TDocumentDefinitions =
    sheet.kind === 'certificate' ? certificateDocument(sheet, typeCase.set) : receiptDocument(sheet, typeCase.set);
  // pdfmake calls the footer while it lays out; its letters are few and known, so the fonts are complete by then.
  typeCase.set('第页共 /0123456789');
  pdfmake.setFonts(fontTable(typeCase));
  const bytes: Buffer = await pdfmake.createPdf(document).getBuffer();
  return bytes;
}
