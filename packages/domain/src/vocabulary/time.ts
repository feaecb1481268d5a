/** A day in the university's own zone, `YYYY-MM-DD`. Ranges of civil dates include both ends. */
export type CivilDate = string;

/** A month in the university's own zone, `YYYY-MM`. */
export type CivilMonth = string;

/** Why people are not received at a moment. */
export const closedReasons = ['before-opening', 'break', 'after-closing', 'day-off'] as const;
export type ClosedReason = (typeof closedReasons)[number];
