export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** One thing that somebody did, or was refused. */
export interface AuditInput {
  /** `case.submit`: the concept and the verb. */
  readonly action: string;
  /** Entries of one chain follow each other: `case:<id>`, `person:<id>`. */
  readonly chain: string;
  readonly target: { readonly type: string; readonly id: string };
  readonly outcome: 'done' | 'refused';
  /** What changed, without personal values: those go into `personal`. */
  readonly before?: unknown;
  readonly after?: unknown;
  /** Sealed under the key of that person, which a deletion by law destroys. */
  readonly personal?: { readonly personId: string; readonly values: Readonly<Record<string, string>> };
  /** The chain begins here (its subject was just made): saves looking for its last entry. */
  readonly startsChain?: true;
}

/** A read of somebody's personal data. */
export interface AuditRead {
  /** `case.read`, `person.reveal-phone`. */
  readonly action: string;
  readonly target: { readonly type: string; readonly id: string };
  /** Why, where the reader was asked. */
  readonly purpose?: string;
  /** Which fields were shown. */
  readonly fields?: readonly string[];
}
