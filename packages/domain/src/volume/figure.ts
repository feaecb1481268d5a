import type { CivilMonth } from '../vocabulary/index.ts';

/** What the counters of this platform are called among the sources. */
export const ownSource = 'own';

/** Cases of one matter that were accepted in one month, as one source has them. */
export interface VolumeFigure {
  readonly source: string;
  readonly cases: number;
}

/** What our own counters say of a matter in a month. */
export interface CountedVolume {
  readonly matterId: string;
  readonly month: CivilMonth;
  readonly value: number;
}

/** What stands of the entries of one source for a matter and month: its latest. */
export interface ReportedVolume {
  readonly matterId: string;
  readonly month: CivilMonth;
  readonly source: string;
  readonly cases: number;
}

/** `sum`: the sources count different cases. A source: its figure alone holds. */
export type VolumeTake = 'sum' | (string & {});

/** What the reform office decided where several sources have the same month; the latest for its matter and month holds. */
export interface VolumeChoice {
  readonly matterId: string;
  /** null: for every month of the matter that has no choice of its own. */
  readonly month: CivilMonth | null;
  readonly take: VolumeTake;
}

/** `open`: several sources, and nobody has chosen; what is used meanwhile is a stopgap and shown as one. */
export type VolumeState = 'none' | 'single' | 'summed' | 'chosen' | 'open';

export interface SettledFigure {
  readonly cases: number;
  readonly state: VolumeState;
  /** Of the cases, those from our own counters. */
  readonly own: number;
  /** The sources whose figures are in it. */
  readonly used: readonly string[];
}

const nothing: SettledFigure = { cases: 0, state: 'none', own: 0, used: [] };

/**
 * The cases of one matter in one month out of what its sources say; figures in the order of their first report.
 *
 * One source: its figure. Several: what the reform office chose. Without a choice nothing is guessed: our own count, where
 * there is one, otherwise whoever reported first, and the month stays open. Our own counters at 0 are no source there:
 * whoever has no case of a matter does not contradict the office that has them.
 */
export function settleFigures(
  own: number,
  reported: readonly VolumeFigure[],
  take: VolumeTake | undefined,
): SettledFigure {
  const figures = own > 0 ? [{ source: ownSource, cases: own }, ...reported] : reported;
  const first = figures[0];
  if (first === undefined) return nothing;
  if (figures.length === 1) return only(first, 'single');
  if (take === 'sum') {
    const cases = figures.reduce((sum, figure) => sum + figure.cases, 0);
    return { cases, state: 'summed', own, used: figures.map(({ source }) => source) };
  }
  const chosen = figures.find(({ source }) => source === take);
  return chosen === undefined ? only(first, 'open') : only(chosen, 'chosen');
}

function only({ source, cases }: VolumeFigure, state: VolumeState): SettledFigure {
  return { cases, state, own: source === ownSource ? cases : 0, used: [source] };
}

export type FindTake = (month: CivilMonth) => VolumeTake | undefined;

/**
 * By matter the choice for a month: its own, or that of the matter; undefined for a matter of which nothing was chosen.
 * Choices come oldest first; the latest holds.
 */
export function takesOf(choices: readonly VolumeChoice[]): (matterId: string) => FindTake | undefined {
  const takes = new Map<string, Map<CivilMonth | null, VolumeTake>>();
  for (const { matterId, month, take } of choices) {
    const known = takes.get(matterId) ?? new Map<CivilMonth | null, VolumeTake>();
    takes.set(matterId, known.set(month, take));
  }
  return (matterId) => {
    const known = takes.get(matterId);
    return known && ((month) => known.get(month) ?? known.get(null));
  };
}
