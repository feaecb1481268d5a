import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../tests/support/property.ts';
import { assuranceLevels } from '../vocabulary/index.ts';
import { findVersionInForce, isInForce } from './effective-version.ts';
import type { PreconditionRule } from './guide.ts';
import { evaluatePreconditions, type PreconditionFacts } from './preconditions.ts';

const facts = (changes: Partial<PreconditionFacts> = {}): PreconditionFacts => ({
  affiliations: [{ kind: 'student', studentStatus: 'registered', from: '2023-09-01', until: null }],
  assurance: 'campus',
  hasOpenCase: false,
  hasArrears: false,
  invitedBy: null,
  today: '2026-11-23',
  ...changes,
});
const stateOf = (rule: PreconditionRule, changes: Partial<PreconditionFacts> = {}): string | undefined =>
  evaluatePreconditions([{ key: 'k', label: { zh: '条件' }, rule }], facts(changes))[0]?.state;

describe('preconditions (APP-1)', () => {
  test('are all told, in the order of the guide, with what can be done', () => {
    const results = evaluatePreconditions(
      [
        { key: 'enrolled', label: { zh: '在读' }, rule: { kind: 'student-status', oneOf: ['registered'] } },
        { key: 'fees', label: { zh: '无欠费' }, rule: { kind: 'no-arrears' }, remedy: { zh: '去缴费' } },
      ],
      facts({ hasArrears: true }),
    );
    expect(results).toEqual([
      { key: 'enrolled', label: { zh: '在读' }, state: 'met', remedy: undefined },
      { key: 'fees', label: { zh: '无欠费' }, state: 'unmet', remedy: { zh: '去缴费' } },
    ]);
  });

  test('an affiliation counts while it lasts', () => {
    const rule: PreconditionRule = { kind: 'affiliation', oneOf: ['student', 'teacher'] };
    const until = (day: string): string | undefined =>
      stateOf(rule, { affiliations: [{ kind: 'student', from: '2023-09-01', until: day }] });
    expect([stateOf(rule), until('2026-11-23'), until('2026-11-22')]).toEqual(['met', 'met', 'unmet']);
    expect(stateOf({ kind: 'affiliation', oneOf: ['parent'] })).toBe('unmet');
  });

  test('graduates keep their status after they left', () => {
    const affiliations = [
      { kind: 'student' as const, studentStatus: 'graduated' as const, from: '2019-09-01', until: '2023-06-30' },
    ];
    expect(stateOf({ kind: 'student-status', oneOf: ['graduated'] }, { affiliations })).toBe('met');
    expect(stateOf({ kind: 'student-status', oneOf: ['registered'] }, { affiliations })).toBe('unmet');
  });

  test('what could not be looked up is unknown, not met', () => {
    expect(stateOf({ kind: 'no-arrears' }, { hasArrears: null })).toBe('unknown');
    expect(stateOf({ kind: 'no-open-case' }, { hasOpenCase: null })).toBe('unknown');
    expect(stateOf({ kind: 'no-open-case' }, { hasOpenCase: true })).toBe('unmet');
  });

  test('an invitation, and an application window with both its days', () => {
    expect([stateOf({ kind: 'invited' }), stateOf({ kind: 'invited' }, { invitedBy: 's' })]).toEqual(['unmet', 'met']);
    const window = (from: string, until: string): string | undefined =>
      stateOf({ kind: 'window', ranges: [{ from, until }] });
    expect([window('2026-11-23', '2026-11-23'), window('2026-11-24', '2026-12-01')]).toEqual(['met', 'unmet']);
  });

  property(
    'a surer sign-in never unmeets a precondition',
    fc.tuple(fc.nat(3), fc.nat(3), fc.constantFrom(...assuranceLevels)),
    ([first, more, atLeast]) => {
      const level = (index: number) => assuranceLevels[Math.min(index, 3)] ?? 'none';
      const rule: PreconditionRule = { kind: 'assurance', atLeast };
      if (stateOf(rule, { assurance: level(first) }) === 'met') {
        expect(stateOf(rule, { assurance: level(first + more) })).toBe('met');
      }
    },
  );
});

describe('the version in force', () => {
  const versions = [
    { version: 1, from: '2026-01-01', until: '2026-06-30' },
    { version: 2, from: '2026-07-01', until: null },
    { version: 3, from: '2026-12-01', until: null },
  ];

  test('is the one of the day, both ends included', () => {
    expect(
      ['2025-12-31', '2026-06-30', '2026-07-01', '2026-11-30', '2026-12-01'].map(
        (day) => findVersionInForce(versions, day)?.version,
      ),
    ).toEqual([undefined, 1, 2, 2, 3]);
  });

  test('of two that began on one day it is the later version', () => {
    const both = [
      { version: 5, from: '2026-01-01', until: null },
      { version: 4, from: '2026-01-01', until: null },
    ];
    expect(findVersionInForce(both, '2026-02-01')?.version).toBe(5);
  });

  const day = fc.constantFrom('2026-01-01', '2026-03-01', '2026-06-01', '2026-09-01');
  const version = fc.record({ version: fc.nat(9), from: day, until: fc.oneof(day, fc.constant(null)) });

  property('is in force on that day, and there is one when any is', fc.tuple(fc.array(version), day), ([all, on]) => {
    const found = findVersionInForce(all, on);
    expect(found !== undefined).toBe(all.some((each) => isInForce(each, on)));
    if (found) expect(isInForce(found, on)).toBe(true);
  });
});
