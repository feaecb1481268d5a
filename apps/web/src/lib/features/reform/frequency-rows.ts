import type { HighFrequencyRowData } from '@yitang/contract';

export const rowKinds = ['once', 'online', 'unknown', 'idle'] as const;
export type RowKind = (typeof rowKinds)[number];

/** Which rows of the ranking a figure counts. */
export interface RowChoice {
  /** Of the high-frequency set alone. */
  readonly isInSet: boolean;
  readonly only?: RowKind | undefined;
  /** By its name, as the rows have it. */
  readonly department?: string | undefined;
}

type Row = Pick<HighFrequencyRowData, 'visitsOnSite' | 'isOnline' | 'volume' | 'isHighFrequency' | 'department'>;

const isOfKind: Record<RowKind, (row: Row) => boolean> = {
  once: ({ visitsOnSite }) => visitsOnSite !== null && visitsOnSite <= 1,
  online: ({ isOnline }) => isOnline,
  unknown: ({ visitsOnSite }) => visitsOnSite === null,
  idle: ({ volume }) => volume === 0,
};

export const chooseRows = <One extends Row>(
  rows: readonly One[],
  { isInSet, only, department }: RowChoice,
): readonly One[] =>
  rows.filter(
    (row) =>
      (!isInSet || row.isHighFrequency) &&
      (only === undefined || isOfKind[only](row)) &&
      (department === undefined || row.department === department),
  );

/** undefined: the address chooses nothing, and the ranking is shown in its two parts. */
export function readRowChoice(search: URLSearchParams): RowChoice | undefined {
  const only = rowKinds.find((kind) => kind === search.get('only'));
  const department = search.get('department')?.trim() || undefined;
  const among = search.get('among');
  if (only === undefined && department === undefined && among !== 'set' && among !== 'all') return undefined;
  return { isInSet: among === 'set', only, department };
}

/** As the address says it. */
export const choiceQuery = ({ isInSet, only, department }: RowChoice): Record<string, string> => ({
  ...(isInSet ? { among: 'set' } : (only ?? department) ? {} : { among: 'all' }),
  ...(only ? { only } : {}),
  ...(department ? { department } : {}),
});
