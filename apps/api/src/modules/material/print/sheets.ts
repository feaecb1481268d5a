import type { SealPosition } from '@yitang/domain/certificate';
import type { LocalText } from '@yitang/domain/vocabulary';

/** What stands on every sheet of paper, in words ready to print. */
interface SheetBase {
  readonly university: string;
  /** Number of the certificate or the case. */
  readonly number: string;
  /** Where the QR code leads, and what is typed by whoever has no camera. */
  readonly url: string;
  readonly printedAt: string;
  readonly isDemo: boolean;
}

/** A certificate: every sentence is already filled in. */
export interface CertificateSheet extends SheetBase {
  readonly kind: 'certificate';
  readonly title: LocalText;
  readonly lines: readonly LocalText[];
  readonly table: readonly { readonly label: LocalText; readonly value: LocalText }[];
  readonly issuer: LocalText;
  readonly issuedOn: LocalText;
  readonly validUntil: LocalText | null;
  readonly isBilingual: boolean;
  readonly sealPosition: SealPosition;
  /** 样张: shows how it would look, certifies nothing. */
  readonly isSample: boolean;
}

/** What somebody wrote, whatever characters that has: it keeps nothing else from being printed. */
export interface PaperTable {
  readonly title: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  /** Stands in place of a value that no font of this machine can draw. */
  readonly unprintable: string;
}

/** 受理单: that an application was received, until when it is decided, and who holds it. */
export interface ReceiptSheet extends SheetBase {
  readonly kind: 'receipt';
  readonly language: 'zh-CN' | 'en';
  readonly title: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly tables: readonly PaperTable[];
  readonly lists: readonly { readonly title: string; readonly items: readonly string[] }[];
  readonly notes: readonly string[];
  /** What scanning the code is good for. */
  readonly purpose: string;
}

export type Sheet = CertificateSheet | ReceiptSheet;
