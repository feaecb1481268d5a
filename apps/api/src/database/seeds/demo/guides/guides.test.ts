import { describe, expect, test } from '@jest/globals';
import { applicationForm } from '@yitang/domain/catalog';
import type { LocalText } from '@yitang/domain/vocabulary';
import { demoMatters, findDemoMatter } from '../matters/index.ts';
import { demoOnlineMatters } from '../online/index.ts';
import { demoFullGuides, demoGuides, getDemoGuide } from './index.ts';
import { knownFacts } from './known-facts.ts';

const full = demoFullGuides.map(({ matterCode, guide }) => ({ ...guide, matter: findDemoMatter(matterCode)! }));
const onlineCodes = new Set(demoOnlineMatters.map(({ matterCode }) => matterCode));

function textsOf(value: unknown): LocalText[] {
  if (value === null || typeof value !== 'object') return [];
  if ('zh' in value) return [value as LocalText];
  return Object.values(value).flatMap(textsOf);
}

describe('full guides', () => {
  test('there are 20, for 20 different matters, all marked as samples', () => {
    expect(new Set(demoFullGuides.map(({ matterCode }) => matterCode)).size).toBe(20);
    for (const { guide } of demoFullGuides) expect([guide.isComplete, guide.isSample]).toEqual([true, true]);
  });

  test.each(full)('GUIDE-1 $matter.name: no required element is empty', (guide) => {
    for (const list of [
      guide.conditions,
      guide.basis,
      guide.materials,
      guide.steps,
      guide.resultDelivery,
      guide.faqs,
    ]) {
      expect(list.length).toBeGreaterThan(0);
    }
    for (const value of [guide.visitsOnSite, guide.promisedDays, guide.statutoryDays, guide.onlineDepth]) {
      expect(value).not.toBeNull();
    }
    for (const value of [guide.result, guide.remedy, guide.consultPhone, guide.complaintPhone])
      expect(value).not.toBeNull();
    expect(guide.matter.channels.length).toBeGreaterThan(0);
    expect(guide.matter.promisedDays).toBe(guide.promisedDays);
  });

  test.each(full)('$matter.name: everything that applicants read is there in Chinese and in English', (guide) => {
    for (const { zh, en } of textsOf(guide)) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/^[\p{Script=Latin}\d\s\p{P}]+$/u);
    }
  });

  test.each(full)('$matter.name: limits and visits do not contradict each other', (guide) => {
    const { promisedDays, statutoryDays, visitsOnSite, onlineDepth, matter } = guide;
    const stepDays = guide.steps.reduce((sum, { days }) => sum + (days ?? 0), 0);
    expect(stepDays).toBeLessThanOrEqual(promisedDays!);
    expect(promisedDays!).toBeLessThanOrEqual(statutoryDays!);
    expect(guide.projectType === 'instant').toBe(promisedDays === 0);
    expect(visitsOnSite! > 0).toBe(guide.visitReason !== null);
    if (onlineDepth === 4) expect(visitsOnSite).toBe(0);
    if (visitsOnSite === 0)
      expect(matter.channels.some((way) => ['online', 'mobile', 'post'].includes(way))).toBe(true);
    const isCounterOnly = matter.channels.join() === 'counter' && guide.resultDelivery.join() === 'counter';
    if (isCounterOnly && promisedDays! > 0) expect(visitsOnSite).toBeGreaterThanOrEqual(2);
    if (visitsOnSite! > 0) expect(guide.places.length).toBeGreaterThan(0);
  });

  test.each(full)('GUIDE-4 $matter.name: each material says where it comes from and why', (guide) => {
    expect(new Set(guide.materials.map(({ key }) => key)).size).toBe(guide.materials.length);
    for (const material of guide.materials) {
      expect(material.sourceMode === 'shared').toBe(material.sharedFrom !== undefined);
      expect(material.accepts.length > 0).toBe(material.maxBytes > 0);
      if (material.sourceMode !== 'applicant') expect(material.accepts).toEqual([]);
      if (material.accepts.length > 0) expect(onlineCodes.has(guide.matter.code)).toBe(true);
    }
    for (const { amountFen, basis } of guide.fees) {
      expect(Number.isSafeInteger(amountFen)).toBe(true);
      expect(basis).not.toBe('');
    }
  });

  test('materials change only with an answer that is asked for', () => {
    for (const { matterCode, form } of demoOnlineMatters) {
      const options = new Map(
        applicationForm(form, getDemoGuide(matterCode).situations).pages.flatMap(({ fields }) =>
          fields.map(
            (field) => [field.key, 'options' in field ? field.options.map(({ value }) => value) : []] as const,
          ),
        ),
      );
      for (const { showWhen } of getDemoGuide(matterCode).materials) {
        if (showWhen && 'equals' in showWhen) expect(options.get(showWhen.field)).toContain(showWhen.equals);
      }
    }
    for (const { materials, matter } of full) {
      if (!onlineCodes.has(matter.code)) expect(materials.filter(({ showWhen }) => showWhen)).toEqual([]);
    }
  });
});

describe('the other guides', () => {
  test('every matter has one, and what is not known is absent', () => {
    expect(demoGuides.map(({ matterCode }) => matterCode)).toEqual(demoMatters.map(({ code }) => code));
    const brief = demoGuides.filter(({ guide }) => !guide.isComplete);
    expect(brief).toHaveLength(317 - 20);
    for (const { guide } of brief) {
      expect([guide.visitsOnSite, guide.statutoryDays, guide.onlineDepth, guide.result]).toEqual([
        null,
        null,
        null,
        null,
      ]);
      expect(guide.isOnline).toBe(false);
    }
  });

  test('a suggested time limit is marked as sample, a published one is not', () => {
    for (const { matterCode, guide } of demoGuides.filter((candidate) => !candidate.guide.isComplete)) {
      const matter = findDemoMatter(matterCode)!;
      expect(guide.promisedDays).toBe(matter.promisedDays);
      expect(guide.isSample).toBe(matter.isPromiseSample);
    }
  });

  test('every known fact belongs to a matter', () => {
    const names = new Set(demoMatters.map(({ name }) => name));
    expect(Object.keys(knownFacts).filter((name) => !names.has(name))).toEqual([]);
  });

  test('nobody real is named: phones are unassigned numbers and there is no web address', () => {
    const text = JSON.stringify(demoGuides);
    expect(text).not.toMatch(/https?:|www\.|\.edu/);
    const phones = text.match(/\d{3,4}-\d{7,8}/g) ?? [];
    expect(phones.filter((phone) => !phone.startsWith('0571-0000'))).toEqual([]);
    expect(text).not.toMatch(/1[3-9]\d{9}/);
  });
});
