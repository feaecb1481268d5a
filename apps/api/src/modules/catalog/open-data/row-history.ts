import type { Em } from '../../../database/index.ts';
import { findVersionsOf } from '../load-published-matters.ts';
import type { RetiredMatter } from '../published-batches.ts';
import type { PublishedMatter } from '../published-matter.ts';
import { partKeys, parts, type PartKey, type PartRow } from './exchange-parts.ts';

/** What happened last to a row: I new, U changed, D gone, and the batch that did it. */
export interface RowMark {
  readonly operation: 'I' | 'U' | 'D';
  readonly batchId: string;
}
export type GoneRow = PartRow & { readonly batchId: string };

/** What the versions of a matter did to its rows. */
export interface RowHistory {
  markOf(guid: string): RowMark | undefined;
  /** Rows that are there no longer, as they last were. */
  readonly gone: Readonly<Partial<Record<PartKey, readonly GoneRow[]>>>;
}

interface Known extends RowMark {
  readonly row: PartRow;
}

/** From the versions of one matter, oldest first; `retired`: the batch that ended it. */
export function foldRows(versions: readonly PublishedMatter[], retired?: { readonly batchId: string }): RowHistory {
  const marks = new Map<string, RowMark>();
  const gone: Partial<Record<PartKey, readonly GoneRow[]>> = {};
  for (const key of partKeys) {
    const known = new Map<string, Known>();
    for (const version of versions) takeIn(known, parts[key].rowsOf(version), version.batchId);
    if (retired !== undefined) takeIn(known, [], retired.batchId);
    for (const [guid, { operation, batchId }] of known) marks.set(guid, { operation, batchId });
    const removed = [...known.values()].filter(({ operation }) => operation === 'D');
    if (removed.length > 0) gone[key] = removed.map(({ row, batchId }) => ({ ...row, batchId }));
  }
  return { markOf: (guid) => marks.get(guid), gone };
}

function takeIn(known: Map<string, Known>, rows: readonly PartRow[], batchId: string): void {
  const there = new Set(rows.map(({ guid }) => guid));
  for (const row of rows) {
    const before = known.get(row.guid);
    if (before === undefined || before.operation === 'D') known.set(row.guid, { row, operation: 'I', batchId });
    else if (!isSame(before.row, row)) known.set(row.guid, { row, operation: 'U', batchId });
  }
  for (const [guid, before] of known) {
    if (!there.has(guid) && before.operation !== 'D') known.set(guid, { ...before, operation: 'D', batchId });
  }
}

const isSame = (one: PartRow, other: PartRow): boolean => one.cells.every((cell, index) => cell === other.cells[index]);

/** Histories of the matters of a day, by id of the matter. */
export type RowHistories = ReadonlyMap<string, RowHistory>;

interface WantedMatters {
  readonly on: string;
  readonly matters: readonly PublishedMatter[];
  readonly retired: readonly RetiredMatter[];
}

/** Guides are long: versions of so many matters are in memory at a time. */
const mattersAtOnce = 100;

/** Reads the histories of the catalog again and again, and each only once as long as nothing new was published of it. */
export class RowHistoryReader {
  #known = new Map<string, RowHistory>();

  async read(em: Em, { on, matters, retired }: WantedMatters): Promise<RowHistories> {
    const found = new Map<string, RowHistory>();
    const kept = new Map<string, RowHistory>();
    const wanted: Wanted[] = [];
    for (const one of wantedOf(matters, retired)) {
      const known = this.#known.get(one.mark);
      if (known === undefined) wanted.push(one);
      else keep(one, known);
    }
    for (let at = 0; at < wanted.length; at += mattersAtOnce) {
      const some = wanted.slice(at, at + mattersAtOnce);
      const versions = Map.groupBy(await earlierVersions(em, some, on), ({ id }) => id);
      for (const one of some) {
        keep(one, foldRows(one.current === undefined ? (versions.get(one.id) ?? []) : [one.current], one.retired));
      }
    }
    this.#known = kept;
    return found;

    function keep(one: Wanted, history: RowHistory): void {
      found.set(one.id, history);
      kept.set(one.mark, history);
    }
  }
}

interface Wanted {
  readonly id: string;
  /** The same as long as its history is. */
  readonly mark: string;
  /** A first version has no history beside itself. */
  readonly current?: PublishedMatter;
  readonly retired?: RetiredMatter;
}

const wantedOf = (matters: readonly PublishedMatter[], retired: readonly RetiredMatter[]): readonly Wanted[] => [
  ...matters.map((matter) => ({
    id: matter.id,
    mark: matter.versionId,
    ...(matter.version === 1 && { current: matter }),
  })),
  ...retired.map((matter) => ({ id: matter.id, mark: `${matter.id} ${matter.retiredOn}`, retired: matter })),
];

async function earlierVersions(em: Em, wanted: readonly Wanted[], on: string): Promise<readonly PublishedMatter[]> {
  const ids = wanted.filter(({ current }) => current === undefined).map(({ id }) => id);
  // What takes effect on a day to come has done nothing yet.
  return (await findVersionsOf(em, ids)).filter(({ effectiveFrom }) => effectiveFrom <= on);
}
