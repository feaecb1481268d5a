import { Suggestion, type catalogEndpoints, type Input } from '@yitang/contract';
import type { CatalogSnapshot, SnapshotMatter } from '../catalog-snapshot.ts';

type Wanted = Input<typeof catalogEndpoints.searchMatters>['query'];

/** What is suggested while somebody types: the best matters for the audience, no more than are shown. */
export function searchMatters(snapshot: CatalogSnapshot, { q, audience, limit }: Wanted): SnapshotMatter[] {
  const found: SnapshotMatter[] = [];
  for (const code of snapshot.search.search(q).hits) {
    if (found.length === limit) break;
    const entry = snapshot.findEntry(code);
    if (entry === undefined || (audience !== undefined && !entry.card.audiences.includes(audience))) continue;
    found.push(entry);
  }
  return found;
}

/** One suggestion as it is sent, written and held against the contract once for each catalog. */
export const writeSuggestion = ({ code, name, department, isOnline }: SnapshotMatter['card']): Buffer =>
  Buffer.from(JSON.stringify(Suggestion.parse({ code, name, department: department.name, isOnline })));

const [begin, comma, end] = ['{"items":[', ',', ']}'].map((text) => Buffer.from(text)) as [Buffer, Buffer, Buffer];

/** The whole answer, of suggestions that are written already: turning Chinese text into bytes is what takes long. */
export function writeSuggestions(entries: readonly SnapshotMatter[]): Buffer {
  const items = entries.flatMap(({ suggestion }, place) => (place === 0 ? [suggestion] : [comma, suggestion]));
  return Buffer.concat([begin, ...items, end]);
}
