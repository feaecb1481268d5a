export const outcomes = ['answered', 'refused', 'invalid', 'unreached'] as const;
export const levels = ['1', '2', '3', '4', '5'] as const;
export const causes = ['missing-material', 'system', 'office-closed', 'several-stamps', 'collection', 'other'] as const;

/** What was typed of one call, as it was typed. */
export interface OutcomeValues {
  readonly no: string;
  readonly outcome: string;
  readonly trips: string;
  readonly level: string;
  readonly reason: string;
  readonly causes: readonly string[];
}
