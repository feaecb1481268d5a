import type { Issue } from '@yitang/contract';

/** What a file would change. `apply` writes it; it is not called where there are issues or for a dry run. */
export interface ImportPlan {
  readonly rows: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly issues: readonly Issue[];
  apply(): Promise<void>;
}

/** Whether a stored row lacks any of the wanted values; lists are compared by their content. */
export function differs(stored: object, wanted: object): boolean {
  const current = stored as Record<string, unknown>;
  return Object.entries(wanted).some(([key, value]) => {
    const before = current[key] ?? null;
    return typeof value === 'object' && value !== null
      ? JSON.stringify(before) !== JSON.stringify(value)
      : before !== value;
  });
}

/** Counts and writer of an upsert that found its rows in `stored`. */
export function planUpserts<Stored extends object, Wanted extends object>(
  wanted: readonly { readonly stored: Stored | undefined; readonly values: Wanted }[],
  write: { insert: (values: Wanted) => void; flush: () => Promise<void> },
): Omit<ImportPlan, 'rows' | 'issues'> {
  const created = wanted.filter(({ stored }) => stored === undefined);
  const changed = wanted.filter(({ stored, values }) => stored !== undefined && differs(stored, values));
  return {
    created: created.length,
    changed: changed.length,
    unchanged: wanted.length - created.length - changed.length,
    apply: async () => {
      for (const { values } of created) write.insert(values);
      for (const { stored, values } of changed) Object.assign(stored ?? {}, values);
      await write.flush();
    },
  };
}

/** A file that can't be read row by row. */
export const emptyPlan = (rows: number, issues: readonly Issue[]): ImportPlan => ({
  rows,
  created: 0,
  changed: 0,
  unchanged: 0,
  issues,
  apply: () => Promise.resolve(),
});
