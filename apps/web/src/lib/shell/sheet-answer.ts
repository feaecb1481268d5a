interface Issue {
  readonly field: string;
  readonly message: string;
}

/** What the action of a sheet's form answered, with the report of its own kind. */
export type SheetAnswer<Report> =
  { readonly report: Report } | { readonly message: string; readonly issues: readonly Issue[] } | null;

export interface SheetReport {
  readonly isDryRun: boolean;
  readonly issues: readonly Issue[];
}

export interface ReadAnswer<Report> {
  readonly report: Report | undefined;
  /** A refusal of the whole file, where no line of it is named. */
  readonly refusal: string | undefined;
  readonly isFileMissing: boolean;
  readonly issues: readonly Issue[];
  /** It was checked and nothing is wrong: it may be imported. */
  readonly isClean: boolean;
}

export function readAnswer<Report extends SheetReport>(answer: SheetAnswer<Report>): ReadAnswer<Report> {
  if (answer !== null && 'report' in answer) {
    const { report } = answer;
    const { issues, isDryRun } = report;
    return { ...nothing, report, issues, isClean: isDryRun && issues.length === 0 };
  }
  if (answer === null || !('message' in answer)) return { ...nothing, report: undefined };
  const { message, issues } = answer;
  if (issues.some(({ field }) => field === 'file')) return { ...nothing, report: undefined, isFileMissing: true };
  return { ...nothing, report: undefined, issues, refusal: issues.length > 0 ? undefined : message };
}

const nothing = { refusal: undefined, isFileMissing: false, issues: [], isClean: false };

/** `rows.12.依据` → its row and column, as the file names them. */
export function placeOf(field: string): { readonly row: string; readonly column: string } | undefined {
  const [kind, row, column] = field.split('.');
  return kind === 'rows' && row && column ? { row, column } : undefined;
}

/** Whether the page has to say in its title that something is wrong. */
export function hasFault(answer: SheetAnswer<SheetReport>): boolean {
  const { issues, refusal, isFileMissing } = readAnswer(answer);
  return issues.length > 0 || refusal !== undefined || isFileMissing;
}
