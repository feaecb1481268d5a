import { isListed, makeLine, type EditionEntry, type Line } from '@yitang/domain/power';
import type { EditionFacts } from './load-edition.ts';

interface Named {
  readonly code: string;
  readonly name: string;
}
/** A published matter, as far as the list of powers needs it. */
interface LinkedMatter extends Named {
  readonly guide: { readonly powerCodes?: readonly string[] | undefined };
}

/** One edition, ready to be asked. */
export interface EditionIndex {
  readonly facts: EditionFacts;
  /** By code, with those that have ended. */
  readonly entries: readonly EditionEntry[];
  /** Those that stand on the list. */
  readonly listed: readonly EditionEntry[];
  find(code: string): EditionEntry | undefined;
  nameOf(code: string): string;
}

/** The public list in memory: the edition in force, and which matters exercise what. Replaced whole with the snapshot. */
export interface PowerList {
  /** That are or were in force, latest first. */
  readonly editions: readonly EditionFacts[];
  readonly current: EditionIndex | undefined;
  /** Matters by the entries that they exercise; what was merged counts for what it went into. */
  mattersOf(code: string): readonly Named[];
  /** Entries of the edition in force that stand for these codes. */
  readonly powersOf: (codes: readonly string[]) => readonly Named[];
}

export function indexEdition(facts: EditionFacts, entries: readonly EditionEntry[]): EditionIndex {
  const byCode = new Map(entries.map((entry) => [entry.code, entry]));
  return {
    facts,
    entries,
    listed: entries.filter(({ status }) => isListed(status)),
    find: (code) => byCode.get(code),
    nameOf: (code) => byCode.get(code)?.content.name ?? code,
  };
}

export function createPowerList(
  editions: readonly EditionFacts[],
  entries: readonly EditionEntry[],
  matters: readonly LinkedMatter[],
): PowerList {
  const [facts] = editions;
  const current = facts === undefined ? undefined : indexEdition(facts, entries);
  const line = makeLine(entries.flatMap(({ code, successors }) => successors.map((to) => ({ from: code, to }))));
  const linked = new Map<string, Named[]>();
  for (const { code, name, guide } of matters) {
    for (const power of codesMeant(guide.powerCodes ?? [], line)) {
      linked.set(power, [...(linked.get(power) ?? []), { code, name }]);
    }
  }
  return {
    editions,
    current,
    mattersOf: (code) => linked.get(code) ?? [],
    powersOf: (codes) =>
      [...codesMeant(codes, line)].flatMap((code) => {
        const entry = current?.find(code);
        return entry !== undefined && isListed(entry.status) ? [{ code, name: entry.content.name }] : [];
      }),
  };
}

const codesMeant = (codes: readonly string[], line: Line): Set<string> =>
  new Set(codes.flatMap((code) => line.heirsOf(code)));
