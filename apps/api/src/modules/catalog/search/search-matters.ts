import { Suggestion, type catalogEndpoints, type Input } from '@yitang/contract';
import { byteText, type ByteText } from '../../../platform/public-cache/index.ts';
import type { CatalogSnapshot, SnapshotMatter } from '../catalog-snapshot.ts';

type Wanted = Input<typeof catalogEndpoints.searchMatters>['query'];

/** What is suggested while somebody types: the best matters for the audience, no more than are shown. */
export function searchMatters(snapshot: CatalogSnapshot, { q, audience, limit }: Wanted): SnapshotMatter[] {
  const found: SnapshotMatter[] = [];
  for (const place of snapshot.search.search(q, audience === undefined ? limit : undefined).hits) {
    if (found.length === limit) break;
    const entry = snapshot.entries[place]!;
    if (audience === undefined || entry.card.audiences.includes(audience)) found.push(entry);
  }
  return found;
}

/** One suggestion as it is sent, written and held against the contract once for each catalog. */
export const writeSuggestion = ({ code, name, department, isOnline }: SnapshotMatter['card']): ByteText =>
  byteText(JSON.stringify(Suggestion.parse({ code, name, department: department.name, isOnline })));

/** The whole answer, of suggestions that are written already: turning Chinese text into bytes is what takes long. */
export function writeSuggestions(entries: readonly SnapshotMatter[]): ByteText {
  let items = '';
  for (const { suggestion } of entries) items += items === '' ? suggestion : `,${suggestion}`;
  return `{"items":[${items}]}` as ByteText;
}
