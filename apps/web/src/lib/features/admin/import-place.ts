/** Where in a file a fault is. `row` is as the file counts; a fault of the header or of the whole file has none. */
export interface ImportFault {
  readonly row: number | undefined;
  readonly column: string | undefined;
  readonly message: string;
}

/** `rows.12.学工号` → row 12; `columns.姓名` → the header; anything else concerns the whole file. In the file's order. */
export function faultsOf(issues: readonly { readonly field: string; readonly message: string }[]): ImportFault[] {
  return issues
    .map(({ field, message }): ImportFault => {
      const [, row, column] = /^rows\.(\d+)(?:\.(.+))?$/.exec(field) ?? [];
      if (row !== undefined) return { row: Number(row), column, message };
      const [, header] = /^columns\.(.+)$/.exec(field) ?? [];
      return { row: undefined, column: header, message };
    })
    .sort((one, other) => (one.row ?? 0) - (other.row ?? 0));
}
