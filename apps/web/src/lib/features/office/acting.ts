/** How an act of the office ended, where it was refused; what was typed is in `kept`. */
export interface RefusedAct {
  readonly act: string;
  readonly message: string;
  readonly issues: readonly { readonly field: string; readonly message: string }[];
  readonly kept: Readonly<Record<string, string>>;
  readonly isChanged: boolean;
  /** Of a list of corrections: the fields that were ticked. */
  readonly ticked?: readonly string[] | undefined;
}

export function keptOf(refused: RefusedAct | undefined, act: string, name: string): string {
  return refused?.act === act ? (refused.kept[name] ?? '') : '';
}

export function errorOf(refused: RefusedAct | undefined, act: string, field: string): string | undefined {
  return refused?.act === act ? refused.issues.find((issue) => issue.field === field)?.message : undefined;
}
