/** A day in the university's own zone, `YYYY-MM-DD`. Ranges of civil dates include both ends. */
export type CivilDate = string;

/** A month in the university's own zone, `YYYY-MM`. */
export type CivilMonth = string;
