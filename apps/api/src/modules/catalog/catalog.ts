import { civilDateAt, makeWorkingCalendar } from '@yitang/domain/calendar';
import type { Em, Orm } from '../../database/index.ts';
import type { Clock } from '../../platform/clock/index.ts';
import type { Log } from '../../platform/logger/index.ts';
import { calendarFor, listCounters } from '../organization/index.ts';
import { CatalogRevision } from './batch.entity.ts';
import { createSnapshot, type CatalogSnapshot, type SnapshotDepartment } from './catalog-snapshot.ts';
import { loadPublishedMatters } from './load-published-matters.ts';
import type { MatterStatistics } from './matter.presenter.ts';
import { RowHistoryReader } from './open-data/row-history.ts';
import { loadEditions, loadEntries } from './power/load-edition.ts';
import { createPowerList } from './power/power-list.ts';
import { inheritStatistics, loadPublishedBatches, loadRetiredMatters } from './published-batches.ts';
import { SearchAnswer, Synonym } from './search/search.entity.ts';

export interface CatalogSources {
  readonly orm: Orm;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly log: Log;
  readonly listDepartments: (em: Em) => Promise<readonly SnapshotDepartment[]>;
  readonly countUses: (em: Em, at: Date) => Promise<ReadonlyMap<string, MatterStatistics>>;
  /** Called with a new number whenever what visitors see has changed. */
  readonly onSwap: (edition: number) => void;
}

/** How often an instance looks whether another one has published (a change is visible within a second). */
const watchMilliseconds = 500;
/** How often uses and ratings are read again. */
const statisticsMilliseconds = 10 * 60_000;

/** Holds the published catalog in memory; reads never touch the database. */
export class Catalog {
  readonly #sources: CatalogSources;
  #snapshot: CatalogSnapshot;
  readonly #rowHistories = new RowHistoryReader();
  #edition = 0;
  #day = '';
  #loadedAt = 0;
  #timer: NodeJS.Timeout | undefined;
  #loading: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  constructor(sources: CatalogSources) {
    this.#sources = sources;
    this.#snapshot = createSnapshot({
      revision: 0,
      matters: [],
      retired: [],
      batches: [],
      departments: [],
      counters: [],
      calendar: makeWorkingCalendar([]),
      synonyms: [],
      answers: [],
      statistics: new Map(),
      powers: createPowerList([], [], []),
      rowHistories: new Map(),
    });
  }

  current(): CatalogSnapshot {
    return this.#snapshot;
  }

  /** Loads what is published and begins to watch for changes. */
  async start(): Promise<void> {
    await this.refresh();
    this.#timer = setInterval(() => void this.#watch(), watchMilliseconds);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Loads what is published now and swaps the snapshot whole. */
  async refresh(): Promise<void> {
    if (this.#loading === undefined) return this.#begin();
    // A load that is under way may have read before what was published by now: everybody who asks shares the one after it.
    this.#next ??= this.#loading
      .catch(() => undefined)
      .then(() => {
        this.#next = undefined;
        return this.#loading ?? this.#begin();
      });
    return this.#next;
  }

  #begin(): Promise<void> {
    this.#loading = this.#load().finally(() => (this.#loading = undefined));
    return this.#loading;
  }

  async #load(): Promise<void> {
    const { orm, clock, timeZone, listDepartments, countUses, onSwap } = this.#sources;
    const em = orm.em.fork() as Em;
    const now = clock.now();
    const day = civilDateAt(now, timeZone);
    const revision = await readRevision(em);
    const matters = await loadPublishedMatters(em, day);
    const editions = await loadEditions(em, day);
    const entries = editions[0] === undefined ? [] : await loadEntries(em, editions[0].number);
    const retired = await loadRetiredMatters(em);
    this.#snapshot = createSnapshot({
      revision,
      matters,
      powers: createPowerList(editions, entries, matters),
      rowHistories: await this.#rowHistories.read(em, { on: day, matters, retired }),
      retired,
      batches: await loadPublishedBatches(em),
      departments: await listDepartments(em),
      counters: await listCounters(em),
      calendar: await calendarFor(em),
      synonyms: await em.find(Synonym, {}, { disableIdentityMap: true }),
      answers: await em.find(SearchAnswer, {}, { disableIdentityMap: true }),
      statistics: inheritStatistics(await countUses(em, now), retired, matters),
    });
    this.#day = day;
    this.#loadedAt = now.getTime();
    this.#edition += 1;
    onSwap(this.#edition);
  }

  async #watch(): Promise<void> {
    const { orm, clock, timeZone, log } = this.#sources;
    try {
      const now = clock.now();
      const isStale =
        now.getTime() - this.#loadedAt >= statisticsMilliseconds || civilDateAt(now, timeZone) !== this.#day;
      if (isStale || (await readRevision(orm.em.fork())) !== this.#snapshot.revision)
        await (this.#loading ?? this.refresh());
    } catch (error) {
      log.warn({ err: error }, 'the catalog could not be looked at; the last one stays in use');
    }
  }
}

async function readRevision(em: Em): Promise<number> {
  const row = await em.findOne(CatalogRevision, { id: 1 }, { disableIdentityMap: true });
  return row?.revision ?? 0;
}
