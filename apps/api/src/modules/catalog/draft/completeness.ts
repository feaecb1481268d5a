import type { SectionProgress } from '@yitang/domain/catalog';

/** Filled in of what must or should be, in whole per cent; 100 only where nothing is missing. */
export function completenessOf(sections: readonly SectionProgress[]): number {
  const filled = sections.reduce((sum, section) => sum + section.filled, 0);
  const wanted = sections.reduce((sum, section) => sum + section.wanted, 0);
  return Math.floor((filled * 100) / wanted);
}
