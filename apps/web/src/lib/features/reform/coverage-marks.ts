/** Shapes that differ without their colours. */
export const coverageMarks = { complete: '●', partial: '◐', missing: '✕', own: '○', nothing: '–' } as const;
