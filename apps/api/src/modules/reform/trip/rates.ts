import { rateOf, visitDefinitions, type MeasuredRate, type VisitDefinition } from '@yitang/domain/visit';
import { addFigures, type ByDefinition, type TripFigures } from '../../case/index.ts';

/** Measured 实现率 by each definition, side by side. */
export function ratesOf(figures: ByDefinition<TripFigures>): Record<VisitDefinition, MeasuredRate> {
  const rates = visitDefinitions.map((definition) => [
    definition,
    rateOf(addFigures(figures[definition]).distribution),
  ]);
  return Object.fromEntries(rates) as Record<VisitDefinition, MeasuredRate>;
}
