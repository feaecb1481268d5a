import { describe, expect, test } from '@jest/globals';
import { certificateValues } from '@yitang/domain/certificate';
import { fieldsOf as fieldsOfCondition, findFormFaults, validateForm } from '@yitang/domain/form';
import type { Condition, FieldKind, FormField } from '@yitang/domain/form';
import { getDemoGuide } from '../guides/index.ts';
import { findDemoMatter } from '../matters/index.ts';
import { demoPosts } from '../organization/index.ts';
import { demoOnlineMatters, findDemoOnlineMatter } from './index.ts';
import { sampleAnswers } from './sample-answers.ts';

const named = demoOnlineMatters.map((online) => ({ ...online, name: findDemoMatter(online.matterCode)!.name }));
const fieldsOf = ({ form }: (typeof named)[number]) => form.pages.flatMap(({ fields }) => fields);

describe('the matters that can be applied for online', () => {
  test('are five: one at once, one through three departments, one for parents, one for staff', () => {
    expect(named).toHaveLength(5);
    expect(named.map(({ route }) => route.stages.length).sort()).toEqual([0, 1, 1, 2, 3]);
    const audiences = new Set(named.map(({ matterCode }) => findDemoMatter(matterCode)!.audiences.join()));
    expect(audiences).toEqual(new Set(['student', 'parent', 'teacher']));
    expect(findDemoOnlineMatter('none')).toBeUndefined();
  });

  test.each(named)('$name: nothing makes its form impossible to fill in', ({ form, matterCode }) => {
    const requirements = getDemoGuide(matterCode).materials.map(({ key }) => key);
    expect(findFormFaults(form, { requirements })).toEqual([]);
  });

  test('use these kinds of field', () => {
    const kinds = new Set<FieldKind>(named.flatMap(fieldsOf).map(({ kind }) => kind));
    expect([...kinds].sort().join(' ')).toBe(
      'address choice choices computed consent date number paragraph phone text',
    );
  });

  test.each(named)('APP-2 $name: one topic a page, 1 to 5 fields, every key once', (online) => {
    for (const { fields } of online.form.pages) {
      expect(fields.length).toBeGreaterThanOrEqual(1);
      expect(fields.length).toBeLessThanOrEqual(5);
    }
    const keys = fieldsOf(online).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    const pages = online.form.pages.map(({ key }) => key);
    expect(new Set(pages).size).toBe(pages.length);
    expect(pages).not.toContain('materials');
    expect(pages).not.toContain('check');
  });

  test.each(named)('$name: a condition looks back, never ahead', (online) => {
    const before: string[] = [];
    const check = (item: { readonly showWhen?: Condition | undefined }) => {
      for (const field of item.showWhen ? fieldsOfCondition(item.showWhen) : []) expect(before).toContain(field);
    };
    for (const page of online.form.pages) {
      check(page);
      for (const field of page.fields) {
        check(field);
        if (field.kind === 'date' && field.notBefore) expect(before).toContain(field.notBefore);
        before.push(field.key);
      }
    }
    if (online.layout) check({ showWhen: online.layout.bilingualWhen });
  });

  test.each(named)('$name: both languages for all that the applicant reads', (online) => {
    for (const field of fieldsOf(online)) {
      expect(field.label.en).toBeTruthy();
      for (const { label } of optionsOf(field)) expect(label.en).toBeTruthy();
      expect(new Set(optionsOf(field).map(({ value }) => value)).size).toBe(optionsOf(field).length);
    }
    for (const { label } of online.preconditions) expect(label.en).toBeTruthy();
  });

  test.each(named)('$name: stages are held by posts that exist and fit the promise', ({ route, matterCode }) => {
    const { promisedDays, isOnline } = getDemoGuide(matterCode);
    const total = route.stages.reduce((sum, { limitDays }) => sum + limitDays, 0);
    expect(total).toBeLessThanOrEqual(promisedDays!);
    expect(isOnline).toBe(true);
    const posts = new Set(demoPosts.map(({ code }) => code));
    route.stages.forEach(({ tasks }, index) => {
      for (const { post, may } of tasks) {
        expect(posts.has(post)).toBe(true);
        expect(may.includes('accept')).toBe(index === 0);
        expect(may.includes('refuse')).toBe(index === 0);
        expect(may.includes('decide')).toBe(index === route.stages.length - 1);
        expect(may.includes('pass')).toBe(index < route.stages.length - 1);
      }
    });
  });

  test.each(named)('$name: lines of a certificate use values that the engine knows', ({ layout }) => {
    const lines = layout?.lines ?? [];
    const used = lines.flatMap(({ zh, en = '' }) => [...`${zh} ${en}`.matchAll(/\{(\w+)\}/g)].map((found) => found[1]));
    for (const value of used) expect(certificateValues).toContain(value);
  });

  test.each(named)('$name: a filled-in example passes its own form', ({ matterCode, form }) => {
    const answers = sampleAnswers[matterCode]!('2026-11-23');
    expect(validateForm(form, answers, { today: '2026-11-23' }).issues).toEqual([]);
  });
});

function optionsOf(field: FormField) {
  return 'options' in field ? field.options : [];
}
