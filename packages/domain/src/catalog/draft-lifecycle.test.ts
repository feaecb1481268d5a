import { expect, test } from '@jest/globals';
import { draftActions, draftStatuses, type DraftStatus } from '../vocabulary/index.ts';
import { draftLifecycle, isDraftEditable, isDraftOpen, nextDraftStatus } from './draft-lifecycle.ts';

const reachableFrom = (start: DraftStatus): Set<DraftStatus> => {
  const seen = new Set<DraftStatus>([start]);
  for (const status of seen) for (const next of Object.values(draftLifecycle[status])) seen.add(next);
  return seen;
};

test('every status can be reached, and from each open one both ends can', () => {
  expect([...reachableFrom('editing')].sort()).toEqual([...draftStatuses].sort());
  for (const status of draftStatuses.filter(isDraftOpen)) {
    expect([...reachableFrom(status)]).toEqual(expect.arrayContaining(['published', 'abandoned']));
  }
});

test('nothing is published that was not confirmed, found lawful and approved', () => {
  const before = (status: DraftStatus): DraftStatus[] =>
    draftStatuses.filter((from) => Object.values(draftLifecycle[from]).includes(status));
  expect(before('published')).toEqual(['ready', 'scheduled']);
  expect(before('ready')).toEqual(['reform-review', 'ready', 'scheduled']);
  expect(before('reform-review')).toEqual(['legal-review']);
  expect(before('legal-review')).toEqual(['department-check']);
});

test('what was checked can not be edited without going back', () => {
  expect(draftStatuses.filter(isDraftEditable)).toEqual(['editing', 'department-check']);
  for (const action of draftActions) expect(nextDraftStatus('published', action)).toBeUndefined();
});
