import type { Guide } from '@yitang/domain/catalog';
import type { CounterView } from '../organization/index.ts';
import type { CatalogSnapshot } from './catalog-snapshot.ts';
import type { GuideView } from './matter.presenter.ts';

type Place = GuideView['places'][number];

/** Where a matter is handled: the places of its guide, and after them those of its counters that no place describes. */
export function placesIn({ counters }: Pick<CatalogSnapshot, 'counters'>): (guide: Guide) => Place[] {
  return ({ places, counterCodes = [] }) => {
    const named = counters.filter(({ code }) => counterCodes.includes(code));
    const described = places.map((place) => ({
      ...place,
      counter: counterOf(place, { counters, named })?.code ?? null,
    }));
    const codes = new Set(described.map(({ counter }) => counter));
    return [...described, ...named.filter(({ code }) => !codes.has(code)).map(placeOf)];
  };
}

interface Counters {
  readonly counters: readonly CounterView[];
  /** Those that the guide names by their codes. */
  readonly named: readonly CounterView[];
}

/** Two campuses may have a counter of one name, so the address counts too; where the guide names the counter, the name will do. */
function counterOf({ name, address }: Guide['places'][number], { counters, named }: Counters): CounterView | undefined {
  const isNamed = (counter: CounterView): boolean => counter.name === name.zh;
  return counters.find((counter) => isNamed(counter) && counter.place === address.zh) ?? named.find(isNamed);
}

const placeOf = ({ code, name, nameEn, place, placeEn, hours, hoursEn }: CounterView): Place => ({
  name: inBoth(name, nameEn),
  address: inBoth(place, placeEn),
  hours: inBoth(hours, hoursEn),
  counter: code,
});

const inBoth = (zh: string, en: string | null | undefined): Place['name'] => ({ zh, ...(en && { en }) });
