import type { CatalogIndexData, Input, opennessEndpoints } from '@yitang/contract';
import type { Call } from '../../../platform/endpoint/index.ts';
import { catalogOn, type CatalogDay } from '../catalog-on.ts';
import type { PublishedMatter } from '../published-matter.ts';
import { initialOf } from '../search/phonetics.ts';

type Query = Input<typeof opennessEndpoints.getCatalogIndex>['query'];
type Filter = Omit<Query, 'on'>;
type Facet = CatalogIndexData['letters'];

/** More than so many are shown letter by letter. */
const mostAtOnce = 200;

interface Entry {
  readonly matter: PublishedMatter;
  readonly letter: string;
  readonly department: string;
}

/** The catalog of a day by letter, department, audience and life event; each facet counts beside the other choices. */
export async function getCatalogIndex(call: Call, { on, ...filter }: Query): Promise<CatalogIndexData> {
  const day = await catalogOn(call, on);
  const entries = entriesOf(day);
  const letters = facet(entries, { ...filter, letter: undefined }, ({ letter }) => [[letter, letter]]);
  const isByLetter = letters.reduce((sum, { count }) => sum + count, 0) > mostAtOnce;
  const letter = filter.letter ?? (isByLetter ? firstLetter(letters) : null);
  const shown = entries.filter((entry) => passes(entry, { ...filter, letter: letter ?? undefined }));
  return {
    on: day.on,
    today: day.today,
    total: entries.length,
    isByLetter,
    letter,
    letters: letters.sort((a, b) => order(a.value, b.value)),
    departments: facet(entries, { ...filter, department: undefined }, ({ matter, department }) => [
      [matter.departmentId, department],
    ]),
    audiences: facet(entries, { ...filter, audience: undefined }, ({ matter }) => plain(matter.summary.audiences)),
    lifeEvents: facet(entries, { ...filter, life: undefined }, ({ matter }) => plain(matter.summary.lifeEvents)),
    items: shown
      .map(({ matter: { code, name, version, effectiveFrom }, ...entry }) => ({
        code,
        name,
        department: entry.department,
        letter: entry.letter,
        version,
        effectiveFrom,
      }))
      .sort((a, b) => order(a.letter, b.letter) || a.name.localeCompare(b.name, 'zh-CN')),
  };
}

function entriesOf({ matters, snapshot }: CatalogDay): Entry[] {
  return matters.map((matter) => ({
    matter,
    letter: initialIn(snapshot, matter),
    department: snapshot.findDepartment(matter.departmentId)?.name ?? '',
  }));
}

/** Known already for what is in force; names may have been others once. */
function initialIn(snapshot: CatalogDay['snapshot'], { code, name }: PublishedMatter): string {
  const entry = snapshot.findEntry(code);
  return entry?.matter.name === name ? entry.initial : initialOf(name);
}

/** `#` behind the letters. */
const order = (a: string, b: string): number => Number(a === '#') - Number(b === '#') || (a < b ? -1 : a > b ? 1 : 0);

const firstLetter = (letters: Facet): string | null => letters.map(({ value }) => value).sort(order)[0] ?? null;

function passes({ matter, letter }: Entry, filter: Filter): boolean {
  const { audiences, lifeEvents } = matter.summary;
  return (
    (filter.letter === undefined || letter === filter.letter) &&
    (filter.department === undefined || matter.departmentId === filter.department) &&
    (filter.audience === undefined || audiences.includes(filter.audience)) &&
    (filter.life === undefined || lifeEvents.includes(filter.life))
  );
}

const plain = (values: readonly string[]) => values.map((value) => [value, value] as const);

function facet(
  entries: readonly Entry[],
  filter: Filter,
  valuesOf: (entry: Entry) => readonly (readonly [value: string, label: string])[],
): Facet {
  const lines = new Map<string, { value: string; label: string; count: number }>();
  for (const entry of entries) {
    if (!passes(entry, filter)) continue;
    for (const [value, label] of valuesOf(entry)) {
      const line = lines.get(value) ?? { value, label, count: 0 };
      line.count += 1;
      lines.set(value, line);
    }
  }
  return [...lines.values()].sort((a, b) => b.count - a.count || order(a.value, b.value));
}
