/** Shapes that differ without their colours. */
export const coverageMarks = { complete: '●', partial: '◐', missing: '✕', own: '○', nothing: '–' } as const;

/** Which matters a cell opens: those owed, where any are. */
export const showOf = {
  complete: 'reported',
  partial: 'owed',
  missing: 'owed',
  own: 'unasked',
  nothing: 'unasked',
} as const;
