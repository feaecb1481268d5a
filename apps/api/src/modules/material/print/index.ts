export { drawQr } from './draw-qr.ts';
export { checkSeal, createPrinter, printerKey, type Printer } from './printer.ts';
export { renderPaper, type Paper } from './render-paper.ts';
export type { CertificateSheet, ReceiptSheet, Sheet } from './sheets.ts';
export { RareCharacters } from '../../../platform/typesetting/index.ts';
