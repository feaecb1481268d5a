/** `none` is the line of a list that chooses nothing. */
const chosen = (value: string): string | null => (value === '' || value === 'none' ? null : value);

export interface PlanValues {
  readonly asOf: string;
  readonly setNumber: string;
  readonly decreeId: string;
  readonly replaces: string;
}

/** The body of the request out of what was chosen; what is no number goes as it is, and is refused with its field. */
export function readPlan({ asOf, setNumber, decreeId, replaces }: PlanValues): {
  asOf: string;
  setNumber: number | null;
  decreeId: string | null;
  replaces: string | null;
} {
  const set = chosen(setNumber);
  return {
    asOf,
    setNumber: set === null ? null : Number(set),
    decreeId: chosen(decreeId),
    replaces: chosen(replaces),
  };
}
