import type { MonthVolumeData } from '@yitang/contract';
import type { SettledMonth } from './settle-months.ts';

export function presentMonth(settled: SettledMonth, nameOf: (source: string) => string): MonthVolumeData {
  const { month, cases, state, figures, used } = settled;
  return {
    ...{ month, cases, state },
    figures: figures.map((figure) => ({
      ...figure,
      name: nameOf(figure.source),
      isUsed: used.includes(figure.source),
    })),
  };
}
