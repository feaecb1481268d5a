import type { Answer, Input, ListedPowerData, PowerEditionData, powerListEndpoints } from '@yitang/contract';
import { compareEditions, type EditionEntry } from '@yitang/domain/power';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { catalogKey } from '../catalog-key.ts';
import type { CatalogSnapshot } from '../catalog-snapshot.ts';
import { contentOf } from './list-powers.ts';
import { loadEntries, type EditionFacts } from './load-edition.ts';
import { indexEdition, type EditionIndex } from './power-list.ts';

type Endpoints = typeof powerListEndpoints;

export const presentEdition = ({
  number,
  title,
  effectiveFrom,
  publishedAt,
  listed,
}: EditionFacts): PowerEditionData => ({
  ...{ number, title, effectiveFrom },
  publishedAt: publishedAt.toISOString(),
  entries: listed,
});

/** The edition in force from memory; an older one, which never changes, from the database. @throws `record.not-found` */
export async function requireEdition(call: Call, number: number | undefined): Promise<EditionIndex> {
  const { powers } = call.deps.services.get(catalogKey).current();
  if (powers.current !== undefined && (number === undefined || number === powers.current.facts.number))
    return powers.current;
  const facts = powers.editions.find((edition) => edition.number === number);
  if (facts === undefined) throw problem('record.not-found');
  return indexEdition(facts, await loadEntries(call.em, facts.number));
}

export function presentListed(snapshot: CatalogSnapshot, edition: EditionIndex, entry: EditionEntry): ListedPowerData {
  const { code, departmentId, status, predecessors, successors } = entry;
  const named = (one: string) => ({ code: one, name: edition.nameOf(one) });
  return {
    ...{ code, status },
    department: { id: departmentId, name: snapshot.findDepartment(departmentId)?.name ?? '' },
    content: contentOf(entry),
    predecessors: predecessors.map(named),
    successors: successors.map(named),
    matters: [...snapshot.powers.mattersOf(code)],
  };
}

export async function listPowers(
  call: Call,
  query: Input<Endpoints['listPowers']>['query'],
): Promise<Answer<Endpoints['listPowers']>> {
  const snapshot = call.deps.services.get(catalogKey).current();
  const { current } = snapshot.powers;
  if (current === undefined && query.edition === undefined)
    return { edition: null, isCurrent: true, items: [], total: 0, departments: [] };
  const edition = await requireEdition(call, query.edition);
  const found = edition.listed.filter((entry) => matches(entry, query.q?.trim().toLowerCase() ?? ''));
  const chosen = found.filter(
    ({ departmentId }) => query.department === undefined || departmentId === query.department,
  );
  const start = query.after === undefined ? 0 : chosen.findIndex(({ code }) => code === query.after) + 1;
  const shown = chosen.slice(start, start + query.limit);
  const last = shown.at(-1);
  return {
    edition: presentEdition(edition.facts),
    isCurrent: edition === current,
    items: shown.map((entry) => presentListed(snapshot, edition, entry)),
    total: chosen.length,
    ...(last !== undefined && start + query.limit < chosen.length ? { next: last.code } : {}),
    departments: countByDepartment(snapshot, found),
  };
}

function matches({ code, content }: EditionEntry, words: string): boolean {
  if (words === '') return true;
  const { name, exercise, basis, office } = content;
  const text = [code, name, exercise, office ?? '', ...basis.map(({ title }) => title)].join(' ').toLowerCase();
  return words.split(/\s+/).every((word) => text.includes(word));
}

function countByDepartment(snapshot: CatalogSnapshot, entries: readonly EditionEntry[]) {
  const counts = new Map<string, number>();
  for (const { departmentId } of entries) counts.set(departmentId, (counts.get(departmentId) ?? 0) + 1);
  return snapshot.departments.flatMap(({ id, name }) => {
    const count = counts.get(id);
    return count === undefined ? [] : [{ id, name, count }];
  });
}

export async function getPower(
  call: Call,
  code: string,
  number: number | undefined,
): Promise<Answer<Endpoints['getPower']>> {
  const snapshot = call.deps.services.get(catalogKey).current();
  const edition = await requireEdition(call, number);
  const entry = edition.find(code);
  if (entry === undefined) throw problem('record.not-found');
  return {
    ...presentListed(snapshot, edition, entry),
    edition: presentEdition(edition.facts),
    isCurrent: edition === snapshot.powers.current,
  };
}

export function listEditions(call: Call): Answer<Endpoints['listPowerEditions']> {
  return { items: call.deps.services.get(catalogKey).current().powers.editions.map(presentEdition) };
}

/** What an edition changed since another one; since none for the first. */
export async function getChanges(
  call: Call,
  number: number,
  since: number | undefined,
): Promise<Answer<Endpoints['getPowerChanges']>> {
  const snapshot = call.deps.services.get(catalogKey).current();
  const after = await requireEdition(call, number);
  const wanted = since ?? snapshot.powers.editions.find((edition) => edition.number < number)?.number;
  const before = wanted === undefined ? undefined : await requireEdition(call, wanted);
  const items = compareEditions(before?.entries ?? [], after.entries);
  return {
    edition: presentEdition(after.facts),
    since: before === undefined ? null : presentEdition(before.facts),
    items: items.map(({ code, name, departmentId, kind, fields, others }) => ({
      ...{ code, name, kind },
      fields: [...fields],
      department: { id: departmentId, name: snapshot.findDepartment(departmentId)?.name ?? '' },
      others: others.map((other) => ({ code: other, name: nameIn([after, before], other) })),
    })),
  };
}

const nameIn = (editions: readonly (EditionIndex | undefined)[], code: string): string =>
  editions.map((edition) => edition?.find(code)?.content.name).find((name) => name !== undefined) ?? code;
