import type { WorkingCalendar } from '@yitang/domain/calendar';
import type { CounterView } from '../organization/index.ts';
import type { ByteText } from '../../platform/public-cache/index.ts';
import { normalise } from './search/search-terms.ts';
import { initialOf } from './search/phonetics.ts';
import { createSearchIndex, type SearchIndex } from './search/search-index.ts';
import { writeSuggestion } from './search/search-matters.ts';
import type { SearchSynonym } from './search/meanings.ts';
import { noStatistics, presentCard, type Card, type MatterStatistics } from './matter.presenter.ts';
import type { RowHistories } from './open-data/row-history.ts';
import type { PowerList } from './power/power-list.ts';
import { heirsOf, type PublishedBatch, type RetiredMatter } from './published-batches.ts';
import type { PublishedMatter } from './published-matter.ts';

export interface SnapshotDepartment {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly phone: string | null;
  readonly campusId: string | null;
  readonly aliases: readonly string[];
}

/** A sentence for whoever types a word, and the matter that it leads to. */
export interface SnapshotAnswer {
  readonly word: string;
  readonly answer: string;
  readonly code?: string | null | undefined;
}

export interface SnapshotInput {
  readonly revision: number;
  readonly matters: readonly PublishedMatter[];
  readonly retired: readonly RetiredMatter[];
  readonly batches: readonly PublishedBatch[];
  readonly departments: readonly SnapshotDepartment[];
  readonly counters: readonly CounterView[];
  readonly calendar: WorkingCalendar;
  readonly synonyms: readonly SearchSynonym[];
  readonly answers: readonly SnapshotAnswer[];
  readonly statistics: ReadonlyMap<string, MatterStatistics>;
  readonly powers: PowerList;
  readonly rowHistories: RowHistories;
}

export interface SnapshotMatter {
  readonly matter: PublishedMatter;
  readonly card: Card;
  /** Letter under which an index lists it. */
  readonly initial: string;
  readonly uses: number;
  /** JSON of what is suggested while somebody types. */
  readonly suggestion: ByteText;
}

/** The published catalog in memory, with its search index. Read-only: a publication swaps it whole. */
export interface CatalogSnapshot {
  readonly revision: number;
  readonly matters: readonly PublishedMatter[];
  readonly entries: readonly SnapshotMatter[];
  /** Matters that are no longer offered; not among the entries. */
  readonly retired: readonly RetiredMatter[];
  /** Newest first. */
  readonly batches: readonly PublishedBatch[];
  readonly departments: readonly SnapshotDepartment[];
  /** Where people are received, and on which days: as old as the statistics at the most. */
  readonly counters: readonly CounterView[];
  readonly calendar: WorkingCalendar;
  readonly search: SearchIndex;
  /** Answers of the reform office to the words in a query. */
  answersTo(query: string): readonly SnapshotAnswer[];
  readonly powers: PowerList;
  /** What publications did to the rows of the exchange tables. */
  readonly rowHistories: RowHistories;
  find(code: string): PublishedMatter | undefined;
  findById(matterId: string): PublishedMatter | undefined;
  findEntry(code: string): SnapshotMatter | undefined;
  findDepartment(departmentId: string): SnapshotDepartment | undefined;
  findRetired(code: string): RetiredMatter | undefined;
  /** The matter that stands for another in what is counted: its successor where it was retired, otherwise itself. */
  heirOf(matterId: string): string;
}

export function createSnapshot(input: SnapshotInput): CatalogSnapshot {
  const departments = new Map(input.departments.map((department) => [department.id, department]));
  const entries = input.matters.map((matter) => {
    const statistics = input.statistics.get(matter.id) ?? noStatistics;
    const card = presentCard(matter, departments.get(matter.departmentId)?.name ?? '', statistics);
    return {
      matter,
      card,
      suggestion: writeSuggestion(card),
      uses: statistics.uses,
      initial: initialOf(matter.name),
    };
  });
  const answers = input.answers
    .map((answer) => ({ key: normalise(answer.word), answer }))
    .filter(({ key }) => key !== '');
  const byCode = new Map(entries.map((entry) => [entry.matter.code, entry]));
  const byId = new Map(input.matters.map((matter) => [matter.id, matter]));
  const retired = new Map(input.retired.map((matter) => [matter.code, matter]));
  const heirs = heirsOf(input.retired, input.matters);
  return {
    revision: input.revision,
    matters: input.matters,
    entries,
    retired: input.retired,
    batches: input.batches,
    departments: input.departments,
    counters: input.counters,
    calendar: input.calendar,
    powers: input.powers,
    rowHistories: input.rowHistories,
    search: createSearchIndex(
      entries.map(({ matter, card, uses }) => ({
        name: matter.name,
        keywords: matter.summary.keywords,
        department: [card.department.name, ...(departments.get(matter.departmentId)?.aliases ?? [])].join(' '),
        isOnline: card.isOnline,
        uses,
      })),
      input.synonyms,
    ),
    answersTo: (query) => answers.filter(({ key }) => normalise(query).includes(key)).map(({ answer }) => answer),
    find: (code) => byCode.get(code)?.matter,
    findById: (matterId) => byId.get(matterId),
    findEntry: (code) => byCode.get(code),
    findDepartment: (departmentId) => departments.get(departmentId),
    findRetired: (code) => retired.get(code),
    heirOf: (matterId) => heirs.get(matterId) ?? matterId,
  };
}
