/** Accepted cases of one leaf matter in the period; each matter comes once. */
export interface MatterVolume {
  readonly code: string;
  readonly volume: number;
}

export interface HighFrequencyRow extends MatterVolume {
  /** 1 for the largest; equal volumes share a rank. */
  readonly rank: number;
  /** Volume of this matter and of all before it. */
  readonly cumulative: number;
  /** Parts of ten thousand, rounded down, so that 79.999 % is never shown as 80 %. */
  readonly share: number;
  readonly cumulativeShare: number;
  readonly isHighFrequency: boolean;
  /** The one whose volume crosses the line, ties taken by code. */
  readonly isBoundary: boolean;
  /** Another matter has the same volume as the boundary, and so is taken with it. */
  readonly isTied: boolean;
}

export interface HighFrequencySet {
  readonly total: number;
  readonly setSize: number;
  /** Of no cases at all there is no set; a target over it cannot be computed, which is not 100 %. */
  readonly isComputable: boolean;
  /** By volume, largest first, equal ones by code. */
  readonly rows: readonly HighFrequencyRow[];
}

/**
 * 高频校务服务事项 of 浙教人〔2018〕105号: 办件量占总办件量前80%的事项. The smallest set of the largest matters that reaches
 * four fifths of all cases, compared in integers (5·Σ ≥ 4·total). The matter that crosses the line is in, with all that
 * have its volume; a matter without a case never is.
 * @throws RangeError when a volume is no count.
 */
export function highFrequencySet(volumes: readonly MatterVolume[]): HighFrequencySet {
  const sorted = [...volumes].sort(byVolumeThenCode);
  const total = sorted.reduce((sum, { volume }) => sum + countOf(volume), 0);
  const boundaryIndex = boundaryOf(sorted, total);
  const line = sorted[boundaryIndex]?.volume ?? Infinity;
  const isTie =
    boundaryIndex >= 0 && (sorted[boundaryIndex - 1]?.volume === line || sorted[boundaryIndex + 1]?.volume === line);
  let [cumulative, rank] = [0, 0];
  const rows = sorted.map(({ code, volume }, index): HighFrequencyRow => {
    cumulative += volume;
    if (volume !== sorted[index - 1]?.volume) rank = index + 1;
    return {
      code,
      volume,
      rank,
      cumulative,
      share: perTenThousand(volume, total),
      cumulativeShare: perTenThousand(cumulative, total),
      isHighFrequency: volume >= line,
      isBoundary: index === boundaryIndex,
      isTied: isTie && volume === line,
    };
  });
  return { total, setSize: rows.filter((row) => row.isHighFrequency).length, isComputable: total > 0, rows };
}

/** Index of the matter that crosses the line; -1 when there is none. */
function boundaryOf(sorted: readonly MatterVolume[], total: number): number {
  if (total === 0) return -1;
  let sum = 0;
  return sorted.findIndex(({ volume }) => {
    sum += volume;
    return 5 * sum >= 4 * total;
  });
}

function byVolumeThenCode(a: MatterVolume, b: MatterVolume): number {
  return b.volume - a.volume || (a.code < b.code ? -1 : 1);
}

function perTenThousand(part: number, total: number): number {
  return total === 0 ? 0 : Math.floor((10_000 * part) / total);
}

function countOf(volume: number): number {
  if (!Number.isSafeInteger(volume) || volume < 0) throw new RangeError(`not a number of cases: ${volume}`);
  return volume;
}
