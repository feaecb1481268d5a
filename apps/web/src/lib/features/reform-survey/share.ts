/** 8750 of ten thousand → 87.5%, rounded down by the server. */
export const percentOf = (perTenThousand: number): string => `${(perTenThousand / 100).toFixed(1)}%`;

/** A share of two counts, rounded down, so that 99.96 % never reads as reached; undefined where nothing was counted. */
export function shareOf(yes: number, of: number): string | undefined {
  return of === 0 ? undefined : percentOf(Math.floor((yes * 1_000) / of) * 10);
}
