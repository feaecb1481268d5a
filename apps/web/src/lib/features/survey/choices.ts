export const outcomes = ['answered', 'refused', 'invalid', 'unreached'] as const;
export const levels = ['1', '2', '3', '4', '5'] as const;
export const causes = ['material', 'system', 'counter-away', 'several-stamps', 'collection', 'other'] as const;
