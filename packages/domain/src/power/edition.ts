import type { CivilDate, PowerChangeKind, PowerField, PowerStatus } from '../vocabulary/index.ts';
import {
  hasEnded,
  isListed,
  refusePower,
  type Power,
  type PowerContent,
  type PowerRefusal,
  type PowerRefused,
} from './power-content.ts';
import type { Line } from './line.ts';

/** An entry as one edition of the list has it. What has ended stays in, so that its address still tells what became of it. */
export interface EditionEntry {
  readonly code: string;
  readonly departmentId: string;
  readonly status: Exclude<PowerStatus, 'entered' | 'withdrawn'>;
  readonly content: PowerContent;
  readonly predecessors: readonly string[];
  readonly successors: readonly string[];
}

export interface EditionWish {
  readonly effectiveFrom: CivilDate;
  readonly today: CivilDate;
  /** The latest edition, in force or still to come. */
  readonly previous: { readonly effectiveFrom: CivilDate; readonly entries: readonly EditionEntry[] } | null;
}

/**
 * The list as it becomes public: what is kept or handed down, and what has ended. An entry that its department is changing
 * stays as the edition before has it, until it is combed.
 */
export function decideEdition(
  powers: readonly Power[],
  line: Line,
  { effectiveFrom, today, previous }: EditionWish,
): { readonly ok: true; readonly entries: readonly EditionEntry[] } | PowerRefused {
  const before = new Map((previous?.entries ?? []).map((entry) => [entry.code, entry]));
  const entries = powers
    .flatMap((power) => entryOf(power, line) ?? (power.status === 'entered' ? (before.get(power.code) ?? []) : []))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  const refusals: PowerRefusal[] = [];
  if (!entries.some(({ status }) => isListed(status))) refusals.push({ code: 'edition.empty' });
  else if (previous !== null && compareEditions(previous.entries, entries).length === 0)
    refusals.push({ code: 'edition.unchanged' });
  if (effectiveFrom < today || (previous !== null && effectiveFrom < previous.effectiveFrom))
    refusals.push({ code: 'edition.too-early' });
  return refusals.length > 0 ? refusePower(refusals) : { ok: true, entries };
}

function entryOf({ code, departmentId, status, content }: Power, line: Line): EditionEntry | undefined {
  if (status === 'entered' || status === 'withdrawn') return undefined;
  if (!isListed(status) && !hasEnded(status)) return undefined;
  const [predecessors, successors] = [line.predecessorsOf(code), line.successorsOf(code)];
  return { code, departmentId, status, content, predecessors, successors };
}

export interface PowerChange {
  readonly code: string;
  readonly name: string;
  readonly departmentId: string;
  readonly kind: PowerChangeKind;
  /** Of a change: what is different. */
  readonly fields: readonly PowerField[];
  /** Of something new: what it came from. Of something that ended: what it went into. */
  readonly others: readonly string[];
}

/** What is different between two editions, by code. */
export function compareEditions(
  before: readonly EditionEntry[],
  after: readonly EditionEntry[],
): readonly PowerChange[] {
  const [old, news] = [listedBy(before), listedBy(after)];
  const ended = new Map(after.map((entry) => [entry.code, entry]));
  const appeared = [...news.values()].flatMap((entry) => {
    const earlier = old.get(entry.code);
    if (earlier === undefined) return [changeOf(entry, 'added', { others: entry.predecessors })];
    const fields = differingFields(earlier, entry);
    return fields.length === 0 ? [] : [changeOf(entry, 'changed', { fields })];
  });
  const gone = [...old.values()]
    .filter(({ code }) => !news.has(code))
    .map((entry) => {
      const { status, successors = [] } = ended.get(entry.code) ?? { status: 'cancelled' as const };
      const kind = status === 'merged' || status === 'split' ? status : 'removed';
      return changeOf(entry, kind, { others: successors });
    });
  return [...appeared, ...gone].sort((a, b) => (a.code < b.code ? -1 : 1));
}

const listedBy = (entries: readonly EditionEntry[]): Map<string, EditionEntry> =>
  new Map(entries.filter(({ status }) => isListed(status)).map((entry) => [entry.code, entry]));

function changeOf(
  { code, content, departmentId }: EditionEntry,
  kind: PowerChangeKind,
  { fields = [], others = [] }: { fields?: readonly PowerField[]; others?: readonly string[] },
): PowerChange {
  return { code, name: content.name, departmentId, kind, fields, others };
}

function differingFields(before: EditionEntry, after: EditionEntry): PowerField[] {
  const [old, news] = [valuesOf(before), valuesOf(after)];
  return (Object.keys(old) as PowerField[]).filter(
    (field) => JSON.stringify(old[field]) !== JSON.stringify(news[field]),
  );
}

function valuesOf({ departmentId, content }: EditionEntry): Record<PowerField, unknown> {
  const { name, basis, office, post, exercise, audiences, source, risks } = content;
  return {
    name,
    basis: basis.map(({ title, docNo = '', article = '' }) => [title, docNo, article]),
    department: departmentId,
    holder: [office, post],
    exercise,
    audiences,
    source,
    risks,
  };
}
