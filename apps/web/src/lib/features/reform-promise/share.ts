/** 3 of 40 → 7.5%: rounded down to a tenth, computed from whole numbers; of nothing there is none. */
export function share(part: number, of: number): string {
  return of === 0 ? '—' : `${(Math.floor((part * 1_000) / of) / 10).toFixed(1)}%`;
}

/** Mean of whole trips with one decimal place, rounded down. */
export function mean(sum: number, of: number): string {
  return of === 0 ? '—' : (Math.floor((sum * 10) / of) / 10).toFixed(1);
}

export interface DayBar {
  readonly days: number;
  readonly cases: number;
  readonly isOver: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const mostBars = 40;

/** Bars of the days that cases took, one a day without a gap; what took longer than the last bar is in it. */
export function placeDays(
  days: readonly { readonly days: number; readonly cases: number }[],
  promised: number | null,
  { width, height }: { readonly width: number; readonly height: number },
): { bars: DayBar[]; limitX: number | null } {
  const longest = Math.min(mostBars - 1, Math.max(promised ?? 0, ...days.map((one) => one.days)));
  const counts = Array.from({ length: longest + 1 }, () => 0);
  for (const one of days) {
    const at = Math.min(one.days, longest);
    counts[at] = (counts[at] ?? 0) + one.cases;
  }
  const most = Math.max(1, ...counts);
  const slot = width / counts.length;
  const bars = counts.map((cases, index) => {
    const tall = cases === 0 ? 0 : Math.max(2, Math.round((cases / most) * height));
    const isOver = promised !== null && index > promised;
    return {
      days: index,
      cases,
      isOver,
      x: index * slot + slot * 0.1,
      y: height - tall,
      width: slot * 0.8,
      height: tall,
    };
  });
  return { bars, limitX: promised === null || promised > longest ? null : (promised + 1) * slot };
}
