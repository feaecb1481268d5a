import type { TargetDefinitionData } from '@yitang/contract';
import type { SummaryRow } from '@yitang/ui';
import type { Translate } from '#lib/i18n/index.ts';
import type { targetMessages } from './messages.ts';
import { thresholdText } from './outcome.ts';

type T = Translate<typeof targetMessages.zh>;

/** The public is not told how it was found. */
type Described = Omit<TargetDefinitionData, 'note'> & { readonly note?: string };

/** A definition in words: what is demanded, over which matters, how they are read. */
export function describeTarget(definition: Described, t: T, dateOf: (day: string) => string): readonly SummaryRow[] {
  const { measure, demand, source, policyOn, localOn, note } = definition;
  const rows = [
    { key: 'demand', label: t('detail.demand'), value: demand },
    { key: 'source', label: t('detail.source'), value: source },
    { key: 'policyOn', label: t('date.policy'), value: policyOn === null ? t('date.none') : dateOf(policyOn) },
    { key: 'localOn', label: t('date.local'), value: dateOf(localOn) },
    ...(measure.kind === 'share' ? shareRows(definition, measure, t) : []),
    ...(note === undefined ? [] : [{ key: 'note', label: t('detail.note'), value: note }]),
  ];
  return rows.map((row) => ({ ...row, noList: 'the definition' }));
}

function shareRows(
  { audience, trips, depth }: Described,
  measure: Extract<TargetDefinitionData['measure'], { kind: 'share' }>,
  t: T,
): readonly SummaryRow[] {
  const special = measure.excludesSpecial ? t('special.yes') : t('special.no');
  return [
    { key: 'scope', label: t('detail.scope'), value: [`${t(`scope.${measure.scope}`)}（${special}）`] },
    { key: 'threshold', label: t('column.threshold'), value: thresholdText(measure.threshold) },
    {
      key: 'reading',
      label: t('detail.reading'),
      value: [t(`audience.${audience}`), t(`trips.${trips}`), t(`depth.${depth}`)],
    },
  ];
}
