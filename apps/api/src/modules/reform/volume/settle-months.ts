import {
  ownSource,
  settleFigures,
  takesOf,
  type CountedVolume,
  type ReportedVolume,
  type SettledFigure,
  type VolumeChoice,
  type VolumeFigure,
} from '@yitang/domain/volume';
import { civilDateAt } from '@yitang/domain/calendar';
import type { CivilMonth } from '@yitang/domain/vocabulary';
import { findVolumes } from '../../case/index.ts';
import type { Asking } from '../asking.ts';
import { findChoices, findReported, type MonthSpan, type ReportedQuery } from './find-reported.ts';

export interface SettledMonth extends SettledFigure {
  readonly matterId: string;
  readonly month: CivilMonth;
  /** Ours first where it has cases, then the others in the order of their first report. */
  readonly figures: readonly VolumeFigure[];
}

export interface VolumeSources {
  readonly counted: readonly CountedVolume[];
  readonly reported: readonly ReportedVolume[];
  readonly choices: readonly VolumeChoice[];
}

/**
 * What our counters and other systems say of these months, and what was chosen. `recordedUntil` cuts what others said and
 * what was chosen at the instant, and our counters at the end of its day.
 */
export async function loadVolumeSources(
  { em, deps }: Pick<Asking, 'em' | 'deps'>,
  query: ReportedQuery,
): Promise<VolumeSources> {
  const { first, last, recordedUntil, matterId } = query;
  const knownOn = recordedUntil === undefined ? undefined : civilDateAt(recordedUntil, deps.config.timeZone);
  const counted = (await findVolumes(em, { first, last, knownOn })).filter(
    (one) => matterId === undefined || one.matterId === matterId,
  );
  return { counted, reported: await findReported(em, query), choices: await findChoices(em, query) };
}

/** What they say of some of the months that were loaded. */
export function sourcesWithin(
  { counted, reported, choices }: VolumeSources,
  { first, last }: MonthSpan,
): VolumeSources {
  const isWithin = ({ month }: { readonly month: CivilMonth }): boolean => first <= month && month <= last;
  return { counted: counted.filter(isWithin), reported: reported.filter(isWithin), choices };
}

/** Every matter and month of which any source has a figure, each with all its figures and what holds. */
export async function settleMonths(call: Pick<Asking, 'em' | 'deps'>, query: ReportedQuery): Promise<SettledMonth[]> {
  return settledMonths(await loadVolumeSources(call, query));
}

/** The same from what was loaded already. */
export function settledMonths({ counted, reported: all, choices }: VolumeSources): SettledMonth[] {
  const own = new Map(counted.map((one) => [`${one.matterId} ${one.month}`, one.value]));
  const reported = Map.groupBy(all, (one) => `${one.matterId} ${one.month}`);
  const takeOf = takesOf(choices);
  const keys = new Set([...own.keys(), ...reported.keys()]);
  return [...keys].map((key) => {
    const [of = '', month = ''] = key.split(' ');
    const [cases, others] = [own.get(key) ?? 0, reported.get(key) ?? []];
    const figures = [...(cases > 0 ? [{ source: ownSource, cases }] : []), ...others.map(figureOf)];
    return { matterId: of, month, figures, ...settleFigures(cases, others, takeOf(of)?.(month)) };
  });
}

const figureOf = ({ source, cases }: VolumeFigure): VolumeFigure => ({ source, cases });
