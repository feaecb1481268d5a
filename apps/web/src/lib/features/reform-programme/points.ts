/** 8750 → 87.50 */
export const pointsOf = (total: number): string => (total / 100).toFixed(2);

/** What was typed between commas of either script, or 、 and blanks. */
export const namesIn = (text: string): string[] => text.split(/[\s,，、;；]+/).filter((name) => name !== '');
