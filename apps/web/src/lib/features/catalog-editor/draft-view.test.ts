import { expect, test } from '@jest/globals';
import { draftsHref, isFiltered, readDraftView } from './draft-view.ts';

test('a list of drafts is found again under its address; what no status is called is left out', () => {
  const view = { q: '学籍', status: 'legal-review', department: 'd1', after: '5_x' } as const;
  expect(readDraftView(new URL(draftsHref(view), 'http://x').searchParams)).toEqual(view);
  expect(draftsHref(readDraftView(new URLSearchParams('q=+&status=nonsense&department=')))).toBe('/console');
  expect([isFiltered(view), isFiltered(readDraftView(new URLSearchParams('after=5_x')))]).toEqual([true, false]);
});
