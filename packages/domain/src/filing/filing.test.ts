import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../tests/support/property.ts';
import { filingSnapshot } from '../../../../tests/support/filing-snapshot.ts';
import { packageActions, packageStatuses } from '../vocabulary/index.ts';
import {
  countBlocking,
  decidePackageStep,
  evidenceRows,
  findPackageGaps,
  isPackageFixed,
  monthRange,
  nextPackageNumber,
  packageLifecycle,
  snapshotText,
  type PackageFacts,
} from './index.ts';

const facts = (changes: Partial<PackageFacts>): PackageFacts => ({
  status: 'draft',
  blockingGaps: 0,
  frozenOn: null,
  sentOn: null,
  ...changes,
});

describe('the way of a package', () => {
  test('a draft with a gap is not frozen', () => {
    expect(decidePackageStep(facts({ blockingGaps: 2 }), { action: 'freeze', today: '2026-03-02' })).toEqual({
      ok: false,
      refusals: ['package.gaps'],
    });
    expect(decidePackageStep(facts({}), { action: 'freeze', today: '2026-03-02' })).toEqual({
      ok: true,
      status: 'frozen',
    });
  });

  test('it is not sent before it was frozen, nor tomorrow', () => {
    const frozen = facts({ status: 'frozen', frozenOn: '2026-03-02' });
    const send = (on: string) => decidePackageStep(frozen, { action: 'send', on, today: '2026-03-05' });
    expect(send('2026-03-01')).toEqual({ ok: false, refusals: ['sending.before-freezing'] });
    expect(send('2026-03-06')).toEqual({ ok: false, refusals: ['sending.future'] });
    expect(send('2026-03-02')).toEqual({ ok: true, status: 'sent' });
  });

  test('both wrongs of a day are told at once', () => {
    const sent = facts({ status: 'sent', frozenOn: '2026-03-02', sentOn: '2026-03-09' });
    const receive = decidePackageStep(sent, { action: 'receive', on: '2026-03-08', today: '2026-03-05' });
    expect(receive).toEqual({ ok: false, refusals: ['receipt.future', 'receipt.before-sending'] });
  });

  property(
    'what is fixed never becomes a draft again, by any way',
    fc.array(fc.constantFrom(...packageActions), { maxLength: 12 }),
    (actions) => {
      let status: PackageFacts['status'] = 'assembling';
      let wasFixed = false;
      for (const action of actions) {
        const decided = decidePackageStep(facts({ status }), { action, today: '2026-03-02' });
        if (decided.ok) ({ status } = decided);
        wasFixed ||= isPackageFixed(status);
        expect(isPackageFixed(status)).toBe(wasFixed);
      }
    },
  );

  test('filed, returned, cancelled and failed are ends; every other status leads on', () => {
    const ends = packageStatuses.filter((status) => Object.keys(packageLifecycle[status]).length === 0);
    expect(ends).toEqual(['failed', 'cancelled', 'filed', 'returned']);
  });
});

describe('备案号', () => {
  test('counts within its year, and passes 99', () => {
    expect(nextPackageNumber(2026, [])).toBe('2026-01');
    expect(nextPackageNumber(2026, ['2025-07', '2026-01', '2026-03'])).toBe('2026-04');
    expect(nextPackageNumber(2026, ['2026-99', '2026-09'])).toBe('2026-100');
  });

  property('is never one that was given', fc.array(fc.integer({ min: 1, max: 300 })), (counts) => {
    const given = counts.map((count) => `2026-${String(count).padStart(2, '0')}`);
    expect(given).not.toContain(nextPackageNumber(2026, given));
  });
});

describe('what is missing', () => {
  test('nothing, where everything is there', () => {
    expect(findPackageGaps(filingSnapshot())).toEqual([]);
  });

  test('everything at once, each with what it concerns', () => {
    const whole = filingSnapshot(3);
    const [matter] = whole.matters;
    const gaps = findPackageGaps({
      ...whole,
      decree: null,
      matters: [{ ...matter!, visitsOnSite: null, phone: null }],
      set: { ...whole.set!, number: null, isComputable: false },
      targets: [{ ...whole.targets[0]!, state: 'not-computable', why: '没有办件' }],
      exclusions: [{ ...whole.exclusions[0]!, isApproved: false }],
      coverage: {
        months: ['2026-01'],
        departments: [{ name: '部门甲', cases: [null], partial: [] }],
        conflicts: [{ code: 'A', name: '甲事项', months: 2 }],
      },
    });
    expect(
      gaps.map(({ code, isBlocking, examples }) => `${code}${isBlocking ? '!' : ''} ${examples.join()}`.trim()),
    ).toEqual([
      'decree.missing!',
      'set.not-frozen!',
      'set.not-computable!',
      'target.not-computable! 高频事项最多跑一次',
      'volume.conflict! 甲事项',
      'exclusion.not-approved! 办理 1 号业务',
      'volume.months-missing 部门甲',
      'matter.visits-unknown 办理 0 号业务',
      'matter.no-phone 办理 0 号业务',
    ]);
    expect(countBlocking(gaps)).toBe(6);
  });

  test('a decree without its file, no set, no target and no matter', () => {
    const whole = filingSnapshot(0);
    const bare = { ...whole, decree: { ...whole.decree!, file: null }, set: null, targets: [] };
    expect(findPackageGaps(bare).map(({ code }) => code)).toEqual([
      'decree.no-file',
      'catalog.empty',
      'set.missing',
      'targets.none',
    ]);
  });

  test('an approval whose review is overdue is worth a look, one that is due today is not', () => {
    const whole = filingSnapshot();
    const reviewed = (reviewOn: string) =>
      findPackageGaps({ ...whole, exclusions: [{ ...whole.exclusions[0]!, reviewOn }] }).map(({ code }) => code);
    expect(reviewed('2026-03-01')).toEqual(['exclusion.review-overdue']);
    expect(reviewed('2026-03-02')).toEqual([]);
  });

  test('a month without a case is reported; a month without a report is missing', () => {
    const whole = filingSnapshot();
    const cases = (figures: (number | null)[]) =>
      findPackageGaps({
        ...whole,
        coverage: { ...whole.coverage, departments: [{ name: '部门甲', cases: figures, partial: [] }] },
      }).length;
    expect([cases([0, 0]), cases([0, null])]).toEqual([0, 1]);
  });
});

describe('the text of a snapshot', () => {
  test('does not depend on the order in which facts were put together', () => {
    const snapshot = filingSnapshot();
    const turned = Object.fromEntries(Object.entries(snapshot).reverse()) as unknown as typeof snapshot;
    expect(snapshotText(turned)).toBe(snapshotText(snapshot));
    expect(JSON.parse(snapshotText(snapshot))).toEqual(snapshot);
  });

  test('refuses a share that is no count', () => {
    const [matter] = filingSnapshot(1).matters;
    expect(() => snapshotText(filingSnapshot(1, { matters: [{ ...matter!, visitsOnSite: 0.5 }] }))).toThrow(RangeError);
  });
});

describe('evidence', () => {
  test('comes by rank, and what the set does not know behind it', () => {
    const rows = evidenceRows(filingSnapshot());
    expect(rows.map(({ rank }) => rank?.rank ?? null)).toEqual([1, 2, 3, 4, null, null]);
    expect(rows.map(({ isOnce }) => isOnce)).toEqual([true, true, false, true, true, false]);
  });

  test('an exclusion without an approval, or past its review, excludes nothing', () => {
    const whole = filingSnapshot();
    const excluded = (isApproved: boolean, reviewOn = '2027-01-10') =>
      evidenceRows({ ...whole, exclusions: [{ ...whole.exclusions[0]!, isApproved, reviewOn }] }).filter(
        (row) => row.exclusion,
      ).length;
    expect([excluded(true), excluded(false), excluded(true, '2026-03-02'), excluded(true, '2026-03-01')]).toEqual([
      1, 0, 1, 0,
    ]);
  });
});

test('months go over the edge of a year, and backwards there are none', () => {
  expect(monthRange('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
  expect(monthRange('2026-02', '2026-01')).toEqual([]);
});
