import { invalidateAll } from '$app/navigation';
import type { SubmitFunction } from '#lib/shell/send.ts';

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

/** What was typed stays; where somebody else was faster, the case is shown as it is now. */
export const keepTyped: SubmitFunction =
  () =>
  async ({ result, update }) => {
    await update({ reset: false });
    if (result.type === 'failure' && result.data?.['isChanged'] === true) await invalidateAll();
  };

export function keptOf(refused: RefusedAct | undefined, act: string, name: string): string {
  return refused?.act === act ? (refused.kept[name] ?? '') : '';
}

export function errorOf(refused: RefusedAct | undefined, act: string, field: string): string | undefined {
  return refused?.act === act ? refused.issues.find((issue) => issue.field === field)?.message : undefined;
}

/** A field of an act as the page shows it: where an issue leads to, what was typed, and what is wrong with it. */
export const fieldOf = (refused: RefusedAct | undefined, act: string, name: string) => ({
  id: `${act}-${name}`,
  name,
  value: keptOf(refused, act, name),
  error: errorOf(refused, act, name),
});

/** Of a list of corrections: the ticked field that an issue names by its place. */
export function tickedOf({ ticked }: RefusedAct, field: string): string | undefined {
  const place = /^items\.(\d+)\./.exec(field)?.[1];
  return place === undefined ? undefined : ticked?.[Number(place)];
}

/** Where on the page the field of an issue stands. */
export function anchorOf(refused: RefusedAct, field: string): string {
  const ticked = tickedOf(refused, field);
  if (ticked !== undefined) return `reason-${ticked}`;
  return refused.act === 'reveal' ? `purpose-${refused.kept['at'] ?? ''}` : `${refused.act}-${field}`;
}
