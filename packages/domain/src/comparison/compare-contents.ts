import { fieldPaths, isEmptyValue, readField, type FieldPath, type MatterContent } from '../catalog/index.ts';
import { alignLists, type Pair } from './align-lists.ts';
import { compareTexts, compareTokens, wholeBudget, type TextPart } from './compare-texts.ts';
import type { Budget } from './edit-script.ts';
import { leavesOf, nameOf, type Leaves } from './leaves.ts';

export type ChangeKind = 'added' | 'removed' | 'changed' | 'moved';

/** One text or value that is another now. */
export interface LeafChange {
  /** Its place in the entry: `name`, `fields/reason/label`; empty where the entry itself is a text. */
  readonly place: string;
  /** Each part is one entry of a set, not a stretch of text. */
  readonly isSet: boolean;
  readonly parts: readonly TextPart[];
}

/** An entry of a list; of a field that is no list the whole. */
export interface EntryChange {
  readonly kind: ChangeKind;
  readonly name: string;
  /** Place in the list, from 0; null: it is not there, or the field is no list. */
  readonly from: number | null;
  readonly to: number | null;
  readonly leaves: readonly LeafChange[];
}

export interface FieldChange {
  readonly path: FieldPath;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly entries: readonly EntryChange[];
}

/** Every field that differs, with what was added, removed, changed or moved in it, word by word. */
export function compareContents(before: MatterContent, after: MatterContent): readonly FieldChange[] {
  const budget: Budget = { left: wholeBudget };
  return fieldPaths.flatMap((path) => {
    const [old, next] = [listIn(readField(before, path)), listIn(readField(after, path))];
    if (JSON.stringify(old ?? null) === JSON.stringify(next ?? null)) return [];
    const entries = entriesOf(old, next, budget);
    return entries.length === 0 ? [] : [{ path, kind: kindOf(old, next), entries }];
  });
}

/** A form is its pages, a route its stages. */
function listIn(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('pages' in value) return value.pages;
  return 'stages' in value ? value.stages : value;
}

function kindOf(before: unknown, after: unknown): FieldChange['kind'] {
  if (isEmptyValue(before)) return 'added';
  return isEmptyValue(after) ? 'removed' : 'changed';
}

function entriesOf(before: unknown, after: unknown, budget: Budget): readonly EntryChange[] {
  if (!Array.isArray(before) && !Array.isArray(after)) return wholeOf(leavesOf(before), leavesOf(after), budget);
  const [olds, news]: [readonly unknown[], readonly unknown[]] = [asList(before), asList(after)];
  if (areWords(olds) && areWords(news)) return setOf(olds, news);
  return alignLists(olds, news).flatMap((pair) => entryOf(pair, budget));
}

const areWords = (list: readonly unknown[]): list is readonly string[] => list.every((one) => typeof one === 'string');
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function wholeOf(before: Leaves, after: Leaves, budget: Budget): readonly EntryChange[] {
  const leaves = leafChanges(before, after, budget);
  return leaves.length === 0 ? [] : [{ kind: 'changed', name: '', from: null, to: null, leaves }];
}

/** Codes and keywords: what is in both, what went, what came; their order says nothing. */
function setOf(olds: readonly string[], news: readonly string[]): readonly EntryChange[] {
  const [old, next] = [new Set(olds), new Set(news)];
  const parts: readonly TextPart[] = [
    ...[...old].map((text): TextPart => ({ kind: next.has(text) ? 'same' : 'removed', text })),
    ...[...next].filter((text) => !old.has(text)).map((text): TextPart => ({ kind: 'added', text })),
  ];
  if (parts.every(({ kind }) => kind === 'same')) return [];
  return [{ kind: 'changed', name: '', from: null, to: null, leaves: [{ place: '', isSet: true, parts }] }];
}

const nothing: Leaves = new Map();

function entryOf({ before, after, isMoved }: Pair, budget: Budget): readonly EntryChange[] {
  const leaves = leafChanges(before?.leaves ?? nothing, after?.leaves ?? nothing, budget);
  const kind = isMoved ? 'moved' : kindOf(before, after);
  if (kind === 'changed' && leaves.length === 0) return [];
  const name = nameOf((after ?? before)?.leaves ?? nothing);
  return [{ kind, name, from: before?.at ?? null, to: after?.at ?? null, leaves }];
}

function leafChanges(before: Leaves, after: Leaves, budget: Budget): readonly LeafChange[] {
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((place) => {
    const [old, next] = [before.get(place) ?? '', after.get(place) ?? ''];
    if (old === next) return [];
    const isOrder = /(?:^|\/)order$/u.test(place);
    const parts = isOrder ? compareTokens(tokensOf(old), tokensOf(next), budget) : compareTexts(old, next, { budget });
    return [{ place, isSet: false, parts }];
  });
}

/** Keys with what parts them. */
const tokensOf = (order: string): readonly string[] => order.split(/(?<=、)/u);
