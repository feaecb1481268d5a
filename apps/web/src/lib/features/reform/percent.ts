/**
 * 8012 of ten thousand → 80.12%. Both figures are kept: the server rounds down, and with one figure 79.96 % would read as
 * though the line had been reached.
 */
export function percent(perTenThousand: number): string {
  return `${(perTenThousand / 100).toFixed(2)}%`;
}
