import type { ReformResultsData } from '@yitang/contract';
import type { Translate } from '#lib/i18n/index.ts';
import type { changeWords } from '#lib/shell/change-words.ts';
import type { targetMessages } from '../target/messages.ts';
import type { tripMessages } from '../trip/trip-messages.ts';
import { allBuckets } from '../trip/trip-rate.ts';
import type { resultsMessages } from './messages.ts';

export interface FigureWords {
  readonly results: Translate<typeof resultsMessages.zh>;
  readonly target: Translate<typeof targetMessages.zh>;
  readonly trip: Translate<typeof tripMessages.zh>;
  readonly change: Translate<typeof changeWords.zh>;
}

/** The address of the matters behind a public figure, of the same month. */
export function listHref(
  figure: string,
  month: string | undefined,
  more: Readonly<Record<string, string>> = {},
): string {
  return `/results/matters?${new URLSearchParams({ figure, ...(month === undefined ? {} : { month }), ...more }).toString()}`;
}

/** What a figure counts, in words; undefined: the results have no such figure. */
export function figureName(figure: string, results: ReformResultsData, words: FigureWords): string | undefined {
  const [kind, ...parts] = figure.split('.');
  const t = words.results;
  switch (kind) {
    case 'target':
      return targetName(parts, results, words);
    case 'declared': {
      const bucket = allBuckets.find((one) => one === parts[0]);
      return bucket && t('list.declared', { bucket: words.trip(`bucket.${bucket}`) });
    }
    case 'measured':
      return t('list.measured');
    case 'high-frequency':
      return results.highFrequency ? t('list.high-frequency', { year: results.highFrequency.year }) : undefined;
    case 'reduction':
      return reductionName(parts, results, words);
    default:
      return undefined;
  }
}

function targetName(
  [key, share, side]: readonly string[],
  { targets }: ReformResultsData,
  { results: t, target: check }: FigureWords,
): string | undefined {
  const found = targets.find((one) => one.key === key);
  if (found === undefined) return undefined;
  const target = found.definition.title;
  if (share === 'excluded') return t('list.excluded', { target });
  const numerator = found.outcome.numerators.find((one) => one.key === share);
  if (numerator === undefined || (side !== 'members' && side !== 'others')) return undefined;
  const checks = numerator.requires.map((one) => check(`check.${one}`)).join(t('list.and'));
  return t(`list.${side}`, { target, checks });
}

function reductionName(
  [what, more]: readonly string[],
  { reduction }: ReformResultsData,
  { results: t, change }: FigureWords,
): string | undefined {
  if (what === 'lighter' || what === 'heavier' || what === 'instant') return t(`reduction.${what}`);
  const service = reduction?.sum.services.find((one) => one.service === more);
  if (what === 'service') return service && t('list.service', { service: change(`service.${service.service}`) });
  const measure = reduction?.sum.measures.find((one) => one.measure === what);
  if (measure === undefined || (more !== 'lighter' && more !== 'heavier')) return undefined;
  return t(`list.measure.${more}`, { measure: t(`measure.${measure.measure}`) });
}
