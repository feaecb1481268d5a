import { rateOf, visitDefinitions, type MeasuredRate, type VisitDefinition } from '@yitang/domain/visit';
import type { Em } from '../../../database/index.ts';
import { addFigures, findTripCells, type TripCell, type TripMonths } from '../../case/index.ts';

export type CellsByDefinition = Readonly<Record<VisitDefinition, readonly TripCell[]>>;

/** Both definitions side by side, of all matters or of some. */
export async function findBothDefinitions(
  em: Em,
  months: TripMonths,
  matterIds?: readonly string[],
): Promise<CellsByDefinition> {
  const of = (definition: VisitDefinition) =>
    findTripCells(em, { ...months, definition, ...(matterIds && { matterIds }) });
  return { '2017': await of('2017'), '2019': await of('2019') };
}

export function ratesOf(cells: CellsByDefinition): Record<VisitDefinition, MeasuredRate> {
  const rates = visitDefinitions.map((definition) => [definition, rateOf(addFigures(cells[definition]).distribution)]);
  return Object.fromEntries(rates) as Record<VisitDefinition, MeasuredRate>;
}
