import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { highFrequencySet } from '@yitang/domain/high-frequency';
import {
  contradictsTrips,
  evaluateTarget,
  findShortestWays,
  type DepthThreshold,
  type TargetDefinition,
  type TargetMatter,
} from '@yitang/domain/target';
import {
  isBroken,
  rateOf,
  savedTrips,
  tallyCase,
  addDistributions,
  bucketOf,
  noTrips,
  type TalliedCase,
  type TalliedVisit,
  type VisitDefinition,
} from '@yitang/domain/visit';
import type { Audience, TargetAudience, VisitKind } from '@yitang/domain/vocabulary';
import { referenceTargets } from '../../apps/api/src/database/seeds/reference/targets.ts';

type Row = Readonly<Record<string, string>>;

/** The tables of docs/WORKED-EXAMPLE.md, by the name of their first column and the order in which they stand. */
const tables = readTables(readFileSync(new URL('../../docs/WORKED-EXAMPLE.md', import.meta.url), 'utf8'));

function readTables(text: string): readonly (readonly Row[])[] {
  const blocks = text.split(/\n\n/).filter((block) => block.startsWith('|'));
  return blocks.map((block) => {
    const [head = [], , ...rows] = block
      .trim()
      .split('\n')
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
    return rows.map((cells) => Object.fromEntries(head.map((name, index) => [name, cells[index] ?? ''])));
  });
}

function table(firstColumn: string): readonly Row[] {
  const found = tables.find(([row]) => Object.keys(row ?? {})[0] === firstColumn);
  if (found === undefined) throw new Error(`the page has no table that begins with “${firstColumn}”`);
  return found;
}

const numberOrNull = (text = ''): number | null => (text === '?' || text === '-' ? null : Number(text));
const given = table('code');

function matterOf({ code = '', audience = '', trips, depth, mobile, counter, special }: Row): TargetMatter {
  const isOnline = depth !== '-';
  return {
    id: code,
    code,
    name: code,
    departmentId: 'office',
    audiences: audience.split(', ') as Audience[],
    channels: counter === 'only' ? ['counter'] : isOnline ? ['online', 'counter'] : ['counter', 'post'],
    delivery: counter === '' ? ['electronic'] : ['counter'],
    isInstant: false,
    visits: numberOrNull(trips),
    isOnline,
    hasLink: isOnline,
    depth: numberOrNull(depth),
    isMobile: mobile === 'yes',
    promisedDays: 3,
    statutoryDays: 5,
    materials: [],
    phone: null,
    componentCodes: [],
    claimsExclusion: special === 'claimed',
  };
}

const matters = given.map(matterOf);
const excluded = new Set(given.filter(({ special }) => special === 'approved').map(({ code = '' }) => code));
const counted = highFrequencySet(given.map(({ code = '', cases }) => ({ code, volume: Number(cases) })));
const inSet = counted.rows.filter(({ isHighFrequency }) => isHighFrequency);

test('the high-frequency set is the one that was added up by hand', () => {
  const codes = (rows: typeof inSet): string => rows.map(({ code }) => code).join(' ');
  const found: Row = {
    total: String(counted.total),
    set: codes(inSet),
    boundary: codes(inSet.filter(({ isBoundary }) => isBoundary)),
    tied: codes(inSet.filter(({ isTied }) => isTied)),
    'cases of the set': String(inSet.at(-1)?.cumulative),
  };
  expect(table('figure')).toEqual(Object.entries(found).map(([figure, value]) => ({ figure, value })));
});

function evaluate({ target = '', trips, audience, depth }: Row) {
  const known = referenceTargets[target.split(' ')[0] ?? ''];
  if (known === undefined) throw new Error(`there is no target ${target}`);
  const definition: TargetDefinition = {
    ...known,
    trips: trips as VisitDefinition,
    audience: audience as TargetAudience,
    depth: Number(depth) as DepthThreshold,
  };
  const set = new Set(inSet.map(({ code }) => code));
  const facts = { matters, excluded, frozen: set, current: set, records: new Map<never, null>() };
  return { definition, result: evaluateTarget(definition, facts) };
}

test.each(table('target'))('target $target, trips of $trips, $audience, from depth $depth', (row) => {
  const { result } = evaluate(row);
  const key = row.target?.split(' ')[1];
  const share = result.numerators.find((one) => key === undefined || one.key === key);
  expect({
    ...row,
    numerator: String(share?.members.length),
    denominator: String(result.base.length),
    'left out': String(result.excluded.length),
    met: share?.state === 'met' ? 'yes' : 'no',
  }).toEqual(row);
});

test('M05 alone promises a trip that it cannot keep', () => {
  expect(matters.filter(contradictsTrips).map(({ code }) => code)).toEqual(['M05']);
});

test('two matters would bring four fifths to at most one trip, one would not', () => {
  const { definition, result } = evaluate({ target: '2019H1-a', trips: '2019', audience: 'all', depth: '2' });
  const { measure } = definition;
  if (measure.kind !== 'share') throw new Error('2019H1-a is a share');
  const figures = { volumeOf: () => 0, savesOf: () => null };
  expect(findShortestWays(result, measure.threshold, figures).size).toBe(2);
});

function tallied(row: Row): TalliedCase {
  const visit = (kind: VisitKind): TalliedVisit => ({ kinds: new Set([kind]), reasons: [] });
  const times = (column: string, kind: VisitKind) => Array.from({ length: Number(row[column]) }, () => visit(kind));
  const answer = numberOrNull(row.answer);
  return {
    caseId: 'one',
    status: 'approved',
    month: '2026-03',
    declared: 1,
    visits: [
      ...times('counter visits', 'counter'),
      ...times('collections', 'collection'),
      ...times('kiosk visits', 'kiosk'),
    ],
    answer: answer === null ? null : { trips: answer, cause: null },
  };
}

test.each(table('cases'))('$cases cases with $answer as the answer took $trips 2019 trips', (row) => {
  const tally = tallyCase(tallied(row));
  const words = (trips: number | null | undefined): string =>
    trips === null || trips === undefined ? '?' : String(trips);
  expect({
    ...row,
    'trips 2019': words(tally?.trips['2019']),
    'trips 2017': words(tally?.trips['2017']),
  }).toEqual(row);
});

function distributionBy(definition: VisitDefinition) {
  const parts = table('cases').map((row) => {
    const bucket = bucketOf(tallyCase(tallied(row))?.trips[definition] ?? null);
    return { ...noTrips, [bucket]: Number(row.cases) };
  });
  return addDistributions(parts);
}

test.each(table('definition'))('the measured rate by the wording of $definition', ({ definition = '', ...row }) => {
  const rate = rateOf(distributionBy(definition as VisitDefinition));
  expect({
    'once or less': String(rate.onceOrLess),
    known: String(rate.known),
    finished: String(rate.finished),
  }).toEqual(row);
});

test('the promise of M05 is not kept', () => {
  expect(isBroken({ code: 'M05', declared: 1, distribution: distributionBy('2019'), over: 18 })).toBe(true);
});

test.each(table('matter'))('$matter saves $saved trips a year, $basis', (row) => {
  const side = (when: string) => ({ trips: Number(row[`trips ${when}`]), known: Number(row[`known ${when}`]) });
  const saved = savedTrips({
    yearlyCases: Number(row['cases a year']),
    before: side('before'),
    after: side('after'),
    declaredBefore: numberOrNull(row['declared before']),
    declaredAfter: numberOrNull(row['declared after']),
  });
  expect({ saved: saved.trips === null ? '?' : String(saved.trips), basis: saved.basis }).toEqual({
    saved: row.saved,
    basis: row.basis,
  });
});
