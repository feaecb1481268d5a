import { defaultVisitDefinition } from '@yitang/domain/visit';
import type { SumMeasuredTrips } from '../../feedback/index.ts';
import { findTripFigures } from './find-trip-figures.ts';

/** 实测 over all matters in the months of a survey, from the counters, in the wording that is the default. */
export const sumMeasuredTrips: SumMeasuredTrips = async (em, months) => {
  const figures = (await findTripFigures(em, months))[defaultVisitDefinition];
  let [onceOrLess, known, finished] = [0, 0, 0];
  for (const { distribution } of figures) {
    const { unknown, ...counted } = distribution;
    const knownHere = Object.values(counted).reduce((sum, cases) => sum + cases, 0);
    onceOrLess += counted['0'] + counted['1'];
    known += knownHere;
    finished += knownHere + unknown;
  }
  return { onceOrLess, known, finished };
};
