import { describe, expect, test } from '@jest/globals';
import { caseActions, caseStatuses, type CaseStatus } from '../vocabulary/index.ts';
import {
  caseLifecycle,
  decidedStatuses,
  finalStatuses,
  finishedStatuses,
  initialStatuses,
  isOpen,
  nextStatuses,
} from './case-lifecycle.ts';

const isFinal = (status: CaseStatus): boolean => (finalStatuses as readonly CaseStatus[]).includes(status);
const followers = (status: CaseStatus): readonly CaseStatus[] => Object.values(caseLifecycle[status]).flat();

function reachableFrom(starts: readonly CaseStatus[]): ReadonlySet<CaseStatus> {
  const seen = new Set<CaseStatus>(starts);
  for (const status of seen) for (const next of followers(status)) seen.add(next);
  return seen;
}

describe('the life of a case', () => {
  test('reaches every status that exists', () => {
    expect([...reachableFrom(initialStatuses)].sort()).toEqual([...caseStatuses].sort());
  });

  test.each(caseStatuses)('has no dead end: from %s an end can be reached', (status) => {
    expect([...reachableFrom([status])].some(isFinal)).toBe(true);
  });

  test.each(caseStatuses.filter((status) => !isFinal(status)))('goes on from %s, which is no end', (status) => {
    expect(followers(status).length).toBeGreaterThan(0);
  });

  test('uses every action that exists', () => {
    const used = new Set(caseStatuses.flatMap((status) => Object.keys(caseLifecycle[status])));
    expect([...used].sort()).toEqual([...caseActions].sort());
  });

  test('never opens a finished case again', () => {
    for (const status of finishedStatuses) expect(followers(status).filter(isOpen)).toEqual([]);
  });

  test('a decision is not taken back by its own table: refused, declined and withdrawn allow nothing', () => {
    for (const status of ['refused', 'declined', 'withdrawn', 'expired', 'voided', 'removed'] as const) {
      expect(followers(status)).toEqual([]);
    }
  });

  test('decided cases are finished', () => {
    for (const status of decidedStatuses) expect(isOpen(status)).toBe(false);
  });

  test('an action that the status does not allow leads nowhere', () => {
    expect(nextStatuses('submitted', 'approve')).toEqual([]);
    expect(nextStatuses('submitted', 'accept')).toEqual(['handling']);
  });
});
