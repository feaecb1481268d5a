import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { completeContent } from '../../../../tests/support/complete-content.ts';
import { property } from '../../../../tests/support/property.ts';
import type { MatterContent } from '../catalog/index.ts';
import { emptyContent } from '../catalog/index.ts';
import { burdenMeasures, sourceModes, type SourceMode } from '../vocabulary/index.ts';
import {
  broughtOf,
  burdenOf,
  fillFromPaper,
  unknownBurden,
  unknownCounts,
  type Burden,
  type MaterialMark,
} from './burden.ts';
import { compareBurdens, isHeavier, isLighter, publicChangeOf } from './compare-burdens.ts';
import { compareMaterials } from './compare-materials.ts';
import { sumReductions } from './sum-reductions.ts';

const content = completeContent();
const withGuide = (guide: Partial<MatterContent['guide']>): MatterContent => ({
  ...content,
  guide: { ...content.guide, ...guide },
});
const mark = (name: string, sourceMode: SourceMode = 'applicant', key = name): MaterialMark => ({
  key,
  name,
  sourceMode,
});

describe('what a matter asks of people', () => {
  test('counts only the materials that the applicant brings', () => {
    const { counts } = burdenOf(content);
    expect(counts.materials).toBe(content.guide.materials.filter((one) => one.sourceMode === 'applicant').length);
    expect(counts).toMatchObject({ days: 5, visits: 1, steps: 3, levels: 2 });
  });

  test('is unknown, not nothing, where the guide was never written', () => {
    const burden = burdenOf(emptyContent({ code: 'A', name: '事项', departmentId: 'd' }));
    expect(burden.counts).toEqual(unknownCounts);
    expect(burden.materials).toBeNull();
    expect(burdenOf(withGuide({ materials: [], isComplete: true })).counts.materials).toBe(0);
  });

  test('of a brief guide nobody claims later that a way of service is new', () => {
    const brief = burdenOf(withGuide({ isComplete: false, isPosted: false }));
    expect(brief.services).toBeNull();
    expect(compareBurdens(brief, burdenOf(withGuide({ isPosted: true }))).addedServices).toEqual([]);
  });

  test('conditions that nobody listed one by one at the counter are unknown, so going online adds none', () => {
    expect(burdenOf({ ...content, form: null, preconditions: [] }).counts.preconditions).toBeNull();
    expect(burdenOf({ ...content, form: { pages: [] }, preconditions: [] }).counts.preconditions).toBe(0);
  });

  test('is filled from paper only where no version states it', () => {
    const stated = burdenOf(withGuide({ visitsOnSite: null }));
    const { burden, filled } = fillFromPaper(stated, { ...unknownCounts, visits: 2, days: 30 });
    expect([burden.counts.visits, burden.counts.days, filled]).toEqual([2, 5, ['visits']]);
  });
});

describe('materials', () => {
  test('that are dropped, looked up now or made by the department now are told apart', () => {
    const before = [mark('申请表'), mark('身份证复印件'), mark('成绩单'), mark('照片'), mark('学籍信息', 'shared')];
    const after = [mark('照片'), mark('身份证复印件', 'shared'), mark('成绩单', 'own'), mark('银行卡号')];
    expect(compareMaterials(before, after)).toEqual({
      kept: ['照片'],
      dropped: ['申请表'],
      nowShared: ['身份证复印件'],
      nowOwn: ['成绩单'],
      added: ['银行卡号'],
    });
  });

  test('are the same by name when the keys of a bare list say nothing, and by key when one was renamed', () => {
    expect(
      compareMaterials([mark('《申请表》', 'applicant', 'listed-1')], [mark('申请表', 'applicant', 'form')]).kept,
    ).toEqual(['《申请表》']);
    expect(
      compareMaterials([mark('照片', 'applicant', 'photo')], [mark('近期免冠照片', 'applicant', 'photo')]).kept,
    ).toEqual(['照片']);
  });

  test('that the applicant has to bring again are an added burden', () => {
    expect(compareMaterials([mark('户口本', 'shared')], [mark('户口本')])).toMatchObject({
      added: ['户口本'],
      kept: [],
    });
  });

  const marks = fc.uniqueArray(
    fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'd'),
      name: fc.constantFrom('甲', '乙', '丙', '丁'),
      sourceMode: fc.constantFrom(...sourceModes),
    }),
    { maxLength: 4, selector: ({ key }) => key },
  );
  property('no material of either guide is lost, and the counts add up', fc.tuple(marks, marks), ([before, after]) => {
    const { kept, dropped, nowShared, nowOwn, added } = compareMaterials(before, after);
    expect(kept.length + dropped.length + nowShared.length + nowOwn.length).toBe(broughtOf(before).length);
    expect(kept.length + added.length).toBe(broughtOf(after).length);
  });
});

describe('before and after', () => {
  test('what got better is told, what got worse is not hidden', () => {
    const before = burdenOf(withGuide({ promisedDays: 7, visitsOnSite: 1, isOnline: false, projectType: 'promised' }));
    const after = burdenOf(withGuide({ promisedDays: 3, visitsOnSite: 2, isOnline: true, projectType: 'promised' }));
    const reduction = compareBurdens(before, after);
    expect(publicChangeOf(reduction)).toEqual({
      measures: [
        { measure: 'days', before: 7, after: 3 },
        { measure: 'visits', before: 1, after: 2 },
      ],
      addedServices: ['online'],
      becameInstant: false,
    });
    expect([isLighter(reduction), isHeavier(reduction)]).toEqual([true, true]);
  });

  test('of what is unknown on one day nothing is claimed', () => {
    const reduction = compareBurdens(unknownBurden, burdenOf(withGuide({ promisedDays: 0, projectType: 'instant' })));
    expect(reduction.measures.every(({ change }) => change === null)).toBe(true);
    expect([reduction.materials, reduction.becameInstant]).toEqual([null, null]);
  });

  const count = fc.option(fc.nat(9));
  const burdens: fc.Arbitrary<Burden> = fc
    .tuple(count, count, count, count, count, count)
    .map(([materials, steps, days, visits, levels, preconditions]) => ({
      counts: { materials, steps, days, visits, levels, preconditions },
      materials: null,
      isInstant: days === null ? null : days === 0,
      services: [],
    }));
  property(
    'sums take the same matters on both sides, and departments add up to the whole',
    fc.array(fc.tuple(burdens, burdens), { maxLength: 12 }),
    (pairs) => {
      const rows = pairs.map(([before, after]) => ({
        reduction: compareBurdens(before, after),
        instantBefore: before.isInstant,
        instantAfter: after.isInstant,
      }));
      const whole = sumReductions(rows);
      const parts = [sumReductions(rows.slice(0, 5)), sumReductions(rows.slice(5))];
      for (const [index, measure] of burdenMeasures.entries()) {
        const known = pairs.filter(([a, b]) => a.counts[measure] !== null && b.counts[measure] !== null);
        expect(whole.measures[index]).toMatchObject({
          measure,
          known: known.length,
          unknown: pairs.length - known.length,
          before: known.reduce((sum, [a]) => sum + (a.counts[measure] ?? 0), 0),
          after: known.reduce((sum, [, b]) => sum + (b.counts[measure] ?? 0), 0),
        });
        expect(parts.reduce((sum, part) => sum + (part.measures[index]?.after ?? 0), 0)).toBe(
          whole.measures[index]?.after,
        );
      }
      expect(parts.reduce((sum, { instant }) => sum + instant.after, 0)).toBe(whole.instant.after);
    },
  );
});
