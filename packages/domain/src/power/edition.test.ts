import { expect, test } from '@jest/globals';
import { compareEditions, decideEdition, type EditionEntry } from './edition.ts';
import { makeLine } from './line.ts';
import type { Power, PowerContent } from './power-content.ts';

const content: PowerContent = {
  name: '借用教室审批',
  basis: [{ title: '教室管理办法' }],
  office: null,
  post: null,
  exercise: '审批',
  audiences: ['student'],
  source: 'own',
  risks: null,
};
const power = (code: string, status: Power['status'], more: Partial<PowerContent> = {}): Power => ({
  code,
  departmentId: 'd1',
  status,
  content: { ...content, ...more },
  decisionId: null,
});
const line = makeLine([
  { from: 'B', to: 'N' },
  { from: 'C', to: 'N' },
]);
const day = { effectiveFrom: '2026-12-01', today: '2026-11-27' };
const listOf = (powers: readonly Power[], previous: readonly EditionEntry[] = []): readonly EditionEntry[] => {
  const decided = decideEdition(powers, line, {
    ...day,
    previous: previous.length === 0 ? null : { effectiveFrom: '2026-01-01', entries: previous },
  });
  if (!decided.ok) throw new Error(JSON.stringify(decided.refusals));
  return decided.entries;
};
const first = listOf([power('A', 'kept'), power('B', 'kept'), power('C', 'kept'), power('D', 'kept')]);

test('what its department is changing stays as it was public, what is new waits until it is combed', () => {
  const next = listOf(
    [power('A', 'entered', { name: '新名称' }), power('B', 'kept'), power('C', 'cancelled'), power('X', 'entered')],
    first,
  );
  expect(next.map(({ code, status, content: { name } }) => [code, status, name])).toEqual([
    ['A', 'kept', '借用教室审批'],
    ['B', 'kept', '借用教室审批'],
    ['C', 'cancelled', '借用教室审批'],
  ]);
});

test('two editions are compared: added, changed by field, merged into, removed', () => {
  const second = listOf(
    [
      power('A', 'kept', { name: '教室借用', audiences: ['student', 'teacher'] }),
      power('B', 'merged'),
      power('C', 'merged'),
      power('D', 'cancelled'),
      power('N', 'kept'),
    ],
    first,
  );
  expect(compareEditions(first, second)).toMatchObject([
    { code: 'A', kind: 'changed', fields: ['name', 'audiences'] },
    { code: 'B', kind: 'merged', others: ['N'] },
    { code: 'C', kind: 'merged', others: ['N'] },
    { code: 'D', kind: 'removed', others: [] },
    { code: 'N', kind: 'added', others: ['B', 'C'] },
  ]);
  expect(compareEditions(second, second)).toEqual([]);
});

test('an edition that lists nothing, changes nothing or begins before the last is refused', () => {
  const refusals = (powers: readonly Power[], effectiveFrom: string) => {
    const previous = { effectiveFrom: '2026-12-01', entries: first };
    const decided = decideEdition(powers, line, { effectiveFrom, today: '2026-11-27', previous });
    return decided.ok ? [] : decided.refusals.map(({ code }) => code);
  };
  expect(refusals([power('A', 'withdrawn')], '2026-11-28')).toEqual(['edition.empty', 'edition.too-early']);
  const same = ['A', 'B', 'C', 'D'].map((code) => power(code, 'kept'));
  expect(refusals(same, '2026-12-01')).toEqual(['edition.unchanged']);
});
