import {
  contentFields,
  fieldPaths,
  isEmptyValue,
  readField,
  type FieldNeed,
  type FieldPath,
  type MatterContent,
} from '../catalog/index.ts';
import { each, type Finding, type Rule, when } from './rule.ts';

const needed = (need: FieldNeed): readonly FieldPath[] =>
  fieldPaths.filter((path) => contentFields[path].need === need);
const required = needed('must');
const recommended = needed('should');

const emptyOf = (content: MatterContent, paths: readonly FieldPath[]): readonly Finding[] =>
  paths.filter((path) => isEmptyValue(readField(content, path))).map((path) => ({ path, params: { field: path } }));

const requiredField: Rule = {
  id: 'required-field',
  severity: 'blocks',
  paths: required,
  find: (content) => emptyOf(content, required),
};

const recommendedField: Rule = {
  id: 'recommended-field',
  severity: 'warns',
  paths: recommended,
  find: (content) => emptyOf(content, recommended),
};

/** Row 24: who can apply on the net and at a counter is told both ways. */
const counterFlow: Rule = {
  id: 'counter-flow',
  severity: 'blocks',
  paths: ['guide.stepsOffline'],
  find: ({ summary: { channels }, guide: { stepsOffline } }) =>
    when(
      channels.includes('counter') && channels.includes('online') && isEmptyValue(stepsOffline),
      'guide.stepsOffline',
    ),
};

/** An entry of a list says what it is; a material also why it is needed. */
const namedEntries: Rule = {
  id: 'named-entries',
  severity: 'blocks',
  paths: [
    'guide.conditions',
    'guide.basis',
    'guide.materials',
    'guide.steps',
    'guide.stepsOffline',
    'guide.places',
    'guide.situations',
    'guide.specialProcedures',
    'preconditions',
  ],
  find({ guide, preconditions }) {
    const blank = <T>(path: FieldPath, entries: readonly T[] | undefined, wordsOf: (entry: T) => readonly unknown[]) =>
      each(path, entries, (entry, at) => (wordsOf(entry).some(isEmptyValue) ? { number: at + 1 } : undefined));
    return [
      ...blank('guide.conditions', guide.conditions, (condition) => [condition]),
      ...blank('guide.basis', guide.basis, ({ title }) => [title]),
      ...blank('guide.materials', guide.materials, ({ name, why }) => [name, why]),
      ...blank('guide.steps', guide.steps, ({ name, by }) => [name, by]),
      ...blank('guide.stepsOffline', guide.stepsOffline, ({ name, by }) => [name, by]),
      ...blank('guide.places', guide.places, ({ name, address, hours }) => [name, address, hours]),
      ...blank('guide.situations', guide.situations, ({ question, options }) => [question, options]),
      ...blank('guide.specialProcedures', guide.specialProcedures, ({ name }) => [name]),
      ...blank('preconditions', preconditions, ({ label }) => [label]),
    ];
  },
};

export const fieldRules: readonly Rule[] = [requiredField, recommendedField, counterFlow, namedEntries];
