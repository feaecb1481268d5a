import { targetAudiences, targetScopes, type TargetViewData } from '@yitang/contract';
import type { Translate } from '#lib/i18n/index.ts';
import type { targetMessages } from './messages.ts';

type Variant = TargetViewData['variants'][number];

/** In which way a variant of a target is read, in words. */
export function readingName({ differs, value }: Variant, t: Translate<typeof targetMessages.zh>): string {
  if (differs === 'special') return t('variant.special');
  return t(`${differs}.${value}` as 'trips.2017');
}

const readings = {
  trips: ['2017', '2019'],
  audience: targetAudiences,
  depth: ['2', '3'],
  scope: targetScopes,
  special: ['all'],
} as const;
type Reading = { readonly [Name in keyof typeof readings]?: (typeof readings)[Name][number] };

/** The one thing that an address asks to read otherwise. */
export function readingOf(search: URLSearchParams): Reading {
  const asked = Object.entries(readings).flatMap(([name, values]) => {
    const value = (values as readonly string[]).find((one) => one === search.get(name));
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(asked.slice(0, 1));
}
