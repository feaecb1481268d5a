export { checkSeal, createPrinter, printerKey, type Printer } from './printer.ts';
export type { CertificateSheet, ReceiptSheet, Sheet } from './sheets.ts';
export { RareCharacters } from './type-case.ts';
