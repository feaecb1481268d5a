import {
  applicationForm,
  type FieldPath,
  type GuideStep,
  handlingItemsOf,
  type MatterContent,
  unaskedSituations,
} from '../catalog/index.ts';
import { fieldsOf, type Condition, type FormDefinition } from '../form/index.ts';
import { each, type Finding, type Rule, when } from './rule.ts';

/** What can be asked for, by key: the values that an answer can have, or null where any is possible. */
type Answerable = ReadonlyMap<string, ReadonlySet<string> | null>;

function answersOf(form: FormDefinition | null): Answerable {
  const fields = (form?.pages ?? []).flatMap(({ fields: all }) => all);
  return new Map(
    fields.map((field) => [field.key, 'options' in field ? new Set(field.options.map(({ value }) => value)) : null]),
  );
}

/** The first key or value that nothing gives; undefined where the condition can come true. */
function deadEnd(condition: Condition | undefined, answerable: Answerable): string | undefined {
  if (condition === undefined) return undefined;
  if ('all' in condition) {
    return condition.all.map((one) => deadEnd(one, answerable)).find((found) => found !== undefined);
  }
  if ('any' in condition) {
    const ends = condition.any.map((one) => deadEnd(one, answerable));
    return ends.includes(undefined) ? undefined : ends[0];
  }
  if ('not' in condition) return fieldsOf(condition.not).find((field) => !answerable.has(field));
  const values = answerable.get(condition.field);
  if (values === undefined) return condition.field;
  if ('atLeast' in condition) return undefined;
  const wanted = 'includes' in condition ? condition.includes : condition.equals;
  return values === null || values.has(wanted) ? undefined : `${condition.field}=${wanted}`;
}

/**
 * A condition looks at something that is asked, and at an answer that can be given: in the guide, and on the net on the pages
 * of the application, where the situations that the form leaves out come first.
 */
const conditionTarget: Rule = {
  id: 'condition-target',
  severity: 'blocks',
  paths: ['guide.materials', 'guide.steps', 'guide.stepsOffline', 'guide.situations', 'layout'],
  find({ guide, form, layout }) {
    const situations = guide.situations ?? [];
    const asked = form === null ? undefined : answersOf(applicationForm(form, situations));
    const first = new Set(form === null ? [] : unaskedSituations(form, situations).map(({ key }) => key));
    const known = new Map(answersOf(form));
    const before: Map<string, ReadonlySet<string>> = new Map();
    const ofSituations = each('guide.situations', situations, ({ key, question, options, showWhen }) => {
      const target = deadEnd(showWhen, first.has(key) ? before : known);
      const values = new Set(options.map(({ value }) => value));
      known.set(key, values);
      if (first.has(key)) before.set(key, values);
      return target === undefined ? undefined : { name: question.zh, target };
    });
    const ofMaterials = each('guide.materials', guide.materials, ({ name, showWhen }) => {
      const target = deadEnd(showWhen, known) ?? (asked && deadEnd(showWhen, asked));
      return target === undefined ? undefined : { name: name.zh, target };
    });
    const ofSteps = (path: 'guide.steps' | 'guide.stepsOffline', steps: readonly GuideStep[] | undefined) =>
      each(path, steps, ({ name, showWhen }) => {
        const target = deadEnd(showWhen, known);
        return target === undefined ? undefined : { name: name.zh, target };
      });
    const target = deadEnd(layout?.bilingualWhen, asked ?? new Map());
    return [
      ...ofSituations,
      ...ofMaterials,
      ...ofSteps('guide.steps', guide.steps),
      ...ofSteps('guide.stepsOffline', guide.stepsOffline),
      ...when(target !== undefined, 'layout', { name: '', target: target ?? '' }),
    ];
  },
};

/** A key names one thing: with two of them nobody knows which is meant. */
const uniqueKeys: Rule = {
  id: 'unique-keys',
  severity: 'blocks',
  paths: ['guide.materials', 'guide.situations', 'preconditions'],
  find: ({ guide, preconditions }: MatterContent) => [
    ...repeated('guide.materials', guide.materials),
    ...repeated('guide.situations', guide.situations ?? []),
    ...repeatedHandlingItems(guide),
    ...repeated('preconditions', preconditions),
  ],
};

function repeated(path: FieldPath, entries: readonly { readonly key: string }[]): readonly Finding[] {
  const seen = new Set<string>();
  return each(path, entries, ({ key }) => {
    if (seen.has(key)) return { key };
    seen.add(key);
    return undefined;
  });
}

/** Two options with the same two digits would be one 业务办理项 with two names. */
function repeatedHandlingItems(guide: MatterContent['guide']): readonly Finding[] {
  const suffixes = handlingItemsOf({ code: '', guide }).map(({ suffix }) => suffix);
  const twice = new Set(suffixes.filter((suffix, index) => suffixes.indexOf(suffix) !== index));
  return [...twice].map((key) => ({ path: 'guide.situations', params: { key } }));
}

/** Questions beyond this lose whoever only wants to know what to bring. */
const mostSituations = 5;

const manySituations: Rule = {
  id: 'many-situations',
  severity: 'warns',
  paths: ['guide.situations'],
  find({ guide: { situations = [] } }) {
    return when(situations.length > mostSituations, 'guide.situations', {
      count: situations.length,
      most: mostSituations,
    });
  },
};

export const conditionRules: readonly Rule[] = [conditionTarget, uniqueKeys, manySituations];
