import type { ImportReportData } from '@yitang/contract';
import type { ImportKind } from './import-columns.ts';

/** What came of a file: the report of a check or an import, or why it was refused, with every fault. */
export type ImportAnswer =
  | { readonly report: ImportReportData }
  | {
      /** Empty: the server could not be reached. */
      readonly message: string;
      readonly issues: readonly { readonly field: string; readonly message: string }[];
    };

interface Refusal {
  readonly title?: string;
  readonly detail?: string;
  readonly issues?: readonly { readonly field: string; readonly message: string }[];
}

/** Sends a file straight to the API: forms that pass through the pages are held to a smaller size. */
export async function sendImport(kind: ImportKind, file: File, isDryRun: boolean): Promise<ImportAnswer> {
  const body = new FormData();
  body.append('file', file, file.name);
  try {
    const answer = await fetch(`/api/admin/imports/${kind}?dryRun=${isDryRun ? '1' : '0'}`, { method: 'POST', body });
    if (answer.ok) return { report: (await answer.json()) as ImportReportData };
    const refusal = (await answer.json()) as Refusal;
    return { message: refusal.detail || refusal.title || '', issues: refusal.issues ?? [] };
  } catch {
    return { message: '', issues: [] };
  }
}
