import { parseCaseNumber } from '@yitang/domain/numbering';
import type { HallHome, MatterFilter, MatterList } from '@yitang/contract';
import type { z } from 'zod';
import type { CatalogSnapshot, SnapshotMatter } from './catalog-snapshot.ts';

type Filter = z.output<typeof MatterFilter>;
type Audience = NonNullable<Filter['audience']>;
type Facet = { value: string; label: string; count: number }[];

/** Popular matters shown where a search found nothing. */
const popularShown = 5;
const popularOnHome = 12;

/** Matters by filter and search; each facet counts what would be left if it were chosen beside the other filters. */
export function listMatters(snapshot: CatalogSnapshot, filter: Filter): z.input<typeof MatterList> {
  const found = candidates(snapshot, filter);
  const chosen = found.entries.filter(matching(filter));
  const start = filter.after === undefined ? 0 : chosen.findIndex(({ card }) => card.code === filter.after) + 1;
  const shown = chosen.slice(start, start + filter.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ card }) => card),
    ...(last !== undefined && start + filter.limit < chosen.length ? { next: last.card.code } : {}),
    total: chosen.length,
    catalogVersion: snapshot.revision,
    facets: facetsOf(found.entries, filter),
    caseNumber: filter.q === undefined ? null : (parseCaseNumber(filter.q)?.number ?? null),
    answers: answersTo(snapshot, filter.q),
    nearest: found.nearest.map(({ card }) => card),
    popular: chosen.length === 0 ? popularMatters(snapshot, filter.audience, popularShown) : [],
  };
}

function answersTo(snapshot: CatalogSnapshot, query: string | undefined): z.input<typeof MatterList>['answers'] {
  if (query === undefined) return [];
  return snapshot.answersTo(query).map(({ word, answer, code }) => {
    const matter = typeof code === 'string' ? snapshot.find(code) : undefined;
    return { word, answer, matter: matter === undefined ? null : { code: matter.code, name: matter.name } };
  });
}

export function presentHome(snapshot: CatalogSnapshot, audience: Audience | undefined): z.input<typeof HallHome> {
  const cards = snapshot.entries.map(({ card }) => card);
  const count = (test: (card: (typeof cards)[number]) => boolean): number => cards.filter(test).length;
  const facets = facetsOf(snapshot.entries, { audience, limit: popularOnHome });
  return {
    popular: popularMatters(snapshot, audience, popularOnHome),
    totals: {
      matters: cards.length,
      online: count((card) => card.isOnline),
      instant: count((card) => card.isInstant),
      atMostOneVisit: count((card) => card.visitsOnSite !== null && card.visitsOnSite <= 1),
    },
    categories: facets.category,
    lifeEvents: facets.life,
    departments: facets.department,
    catalogVersion: snapshot.revision,
  };
}

function candidates(
  snapshot: CatalogSnapshot,
  filter: Filter,
): { entries: readonly SnapshotMatter[]; nearest: readonly SnapshotMatter[] } {
  if (filter.q === undefined || filter.q.trim() === '') return { entries: byUse(snapshot.entries), nearest: [] };
  const { hits, nearest } = snapshot.search.search(filter.q);
  const entriesOf = (places: readonly number[]): SnapshotMatter[] => places.map((place) => snapshot.entries[place]!);
  return { entries: entriesOf(hits), nearest: entriesOf(nearest) };
}

/** Matters that can be done online first, then the most used. */
function byUse(entries: readonly SnapshotMatter[]): SnapshotMatter[] {
  return entries.toSorted(
    (a, b) =>
      Number(b.card.isOnline) - Number(a.card.isOnline) || b.uses - a.uses || (a.card.code < b.card.code ? -1 : 1),
  );
}

function popularMatters(
  snapshot: CatalogSnapshot,
  audience: Audience | undefined,
  most: number,
): SnapshotMatter['card'][] {
  return snapshot.entries
    .filter((entry) => audience === undefined || entry.card.audiences.includes(audience))
    .toSorted((a, b) => b.uses - a.uses || Number(b.card.isOnline) - Number(a.card.isOnline))
    .slice(0, most)
    .map(({ card }) => card);
}

type Test = (entry: SnapshotMatter, wanted: unknown) => boolean;

const tests: { readonly [K in keyof Filter]?: (entry: SnapshotMatter, wanted: NonNullable<Filter[K]>) => boolean } = {
  audience: ({ card }, wanted) => card.audiences.includes(wanted),
  department: ({ card }, wanted) => card.department.id === wanted,
  category: ({ card }, wanted) => card.category === wanted,
  life: ({ matter }, wanted) => matter.summary.lifeEvents.includes(wanted),
  channel: ({ card }, wanted) => card.channels.includes(wanted),
  trips: ({ card }, wanted) => card.visitsOnSite !== null && card.visitsOnSite <= wanted,
  online: ({ card }) => card.isOnline,
};

/** What holds of the matters that a filter leaves, without one of its parts if given. */
function matching(filter: Filter, but?: keyof Filter): (entry: SnapshotMatter) => boolean {
  const asked = Object.entries(tests)
    .map(([name, test]) => ({ name, wanted: filter[name as keyof Filter], test: test as Test }))
    .filter(({ name, wanted }) => name !== but && wanted !== undefined);
  return (entry) => asked.every(({ test, wanted }) => test(entry, wanted));
}

function facetsOf(entries: readonly SnapshotMatter[], filter: Filter): z.input<typeof MatterList>['facets'] {
  const facet = (
    but: keyof Filter,
    valuesOf: (entry: SnapshotMatter) => readonly (readonly [value: string, label: string])[],
  ): Facet => {
    const counts = new Map<string, { value: string; label: string; count: number }>();
    for (const entry of entries.filter(matching(filter, but))) {
      for (const [value, label] of valuesOf(entry)) {
        const line = counts.get(value) ?? { value, label, count: 0 };
        line.count += 1;
        counts.set(value, line);
      }
    }
    return [...counts.values()].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  };
  const plain = (values: readonly string[]): (readonly [string, string])[] => values.map((value) => [value, value]);
  return {
    department: facet('department', ({ card }) => [[card.department.id, card.department.name]]),
    category: facet('category', ({ card }) => plain([card.category])),
    audience: facet('audience', ({ card }) => plain(card.audiences)),
    channel: facet('channel', ({ card }) => plain(card.channels)),
    life: facet('life', ({ matter }) => plain(matter.summary.lifeEvents)),
  };
}
