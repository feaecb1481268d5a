import { expect, test } from '@jest/globals';
import { formField, readTarget, targetFields, valuesOf } from './target-form.ts';

const typed = (entries: Record<string, string | string[]>) => {
  const form = new FormData();
  for (const [name, values] of Object.entries(entries)) for (const value of [values].flat()) form.append(name, value);
  return targetFields(form);
};

test('what is written into the form and read again is the same target', () => {
  const measure = {
    kind: 'share' as const,
    scope: 'all' as const,
    excludesSpecial: true,
    numerators: [
      { key: 'online', requires: ['online' as const] },
      { key: 'mobile', requires: ['mobile' as const] },
    ],
    threshold: { num: 19, den: 20 },
  };
  const definition = { ...readTarget(valuesOf(undefined)), title: '目标', localOn: '2026-06-30', measure };
  const read = readTarget(valuesOf(definition));
  expect(read).toMatchObject({ ...definition, measure: { ...measure, threshold: { num: '19', den: '20' } } });
});

test('an empty policy date is none, and what was typed wrong is kept for the answer', () => {
  const read = readTarget(
    typed({ title: ' 目标 ', policyOn: '', num: '八', kind: 'share', first: ['once', 'online'], depth: '2' }),
  );
  expect(read).toMatchObject({ title: '目标', policyOn: null, measure: { threshold: { num: '八' } } });
  expect(read.measure).toMatchObject({ numerators: [{ key: 'once-online', requires: ['once', 'online'] }] });
});

test('each fault is shown at a field of the form', () => {
  const fields = [
    'measure.numerators',
    'measure.numerators.0.requires',
    'measure.numerators.1.requires',
    'measure.threshold',
  ];
  expect(fields.map(formField)).toEqual(['first', 'first', 'second', 'num']);
  expect(['measure.threshold.den', 'measure.requires', 'title'].map(formField)).toEqual(['den', 'records', 'title']);
});
