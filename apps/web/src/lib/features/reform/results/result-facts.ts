import type { ReformResultsData } from '@yitang/contract';
import type { Formats, Translate } from '#lib/i18n/index.ts';
import { percent } from '../percent.ts';
import { shareText } from '../target/outcome.ts';
import { rateOf } from '../trip/trip-rate.ts';
import type { resultsMessages } from './messages.ts';

type T = Translate<typeof resultsMessages.zh>;

interface Fact {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly note?: string | undefined;
  readonly href: string;
}

/** The page in six answers; each leads to its section. */
export function resultFacts(results: ReformResultsData, t: T, format: Formats): readonly Fact[] {
  const { targets, trips, matters, highFrequency, reduction, survey } = results;
  const declared = rateOf(trips.declared).onceOrLess;
  const met = targets.filter(({ outcome }) => outcome.state === 'met').length;
  return [
    {
      ...{ key: 'met', label: t('fact.met'), href: '#targets' },
      value: t('fact.met.value', { met, all: targets.length }),
    },
    {
      ...{ key: 'declared', label: t('fact.declared'), href: '#trips' },
      value: matters === 0 ? t('none') : shareText(declared, matters),
      note: t('fact.declared.note', { part: format.number(declared), whole: format.number(matters) }),
    },
    measuredFact(trips, t, format),
    {
      ...{ key: 'set', label: t('fact.set'), href: '#set' },
      value: highFrequency === null ? t('none') : t('items', { count: highFrequency.setSize }),
      note:
        highFrequency === null
          ? undefined
          : t('fact.set.note', {
              year: highFrequency.year,
              share: shareText(highFrequency.volume, highFrequency.total),
            }),
    },
    {
      ...{ key: 'lighter', label: t('fact.lighter'), href: '#reduction' },
      value: reduction === null ? t('none') : t('items', { count: reduction.sum.lighter }),
      note: reduction === null ? undefined : t('fact.lighter.note', { from: format.date(reduction.from) }),
    },
    {
      ...{ key: 'survey', label: t('fact.survey'), href: '#survey' },
      value: survey?.once ? percent(survey.once.estimate) : t(survey?.isHidden === true ? 'hidden' : 'none'),
      note: survey?.once
        ? t('fact.survey.note', { low: percent(survey.once.low), high: percent(survey.once.high) })
        : undefined,
    },
  ];
}

function measuredFact({ measured }: ReformResultsData['trips'], t: T, format: Formats): Fact {
  const whole = measured.find(({ definition }) => definition === '2019');
  const { onceOrLess = null, known = null, finished = null } = whole ?? {};
  const isTold = onceOrLess !== null && known !== null;
  return {
    ...{ key: 'measured', label: t('fact.measured'), href: '#trips' },
    value: known === 0 ? t('none') : isTold ? shareText(onceOrLess, known) : t('hidden'),
    note:
      known === null || finished === null
        ? undefined
        : t('fact.measured.note', { known: format.number(known), finished: format.number(finished) }),
  };
}
