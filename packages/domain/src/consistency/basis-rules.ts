import { isEmptyValue } from '../catalog/index.ts';
import { each, type Rule, when } from './rule.ts';

/** What has to hold before one may apply rests on a rule. */
const preconditionBasis: Rule = {
  id: 'precondition-basis',
  severity: 'blocks',
  paths: ['preconditions'],
  find: ({ preconditions }) =>
    each('preconditions', preconditions, ({ label, basis }) =>
      isEmptyValue(basis) ? { precondition: label.zh } : undefined,
    ),
};

/** The clock stands only where a rule lets it, and no longer than it says. */
const procedureBasis: Rule = {
  id: 'procedure-basis',
  severity: 'blocks',
  paths: ['guide.specialProcedures'],
  find: ({ guide: { specialProcedures } }) =>
    each('guide.specialProcedures', specialProcedures, ({ name, basis, limitDays }) =>
      isEmptyValue(basis) || limitDays === 0 ? { procedure: name.zh } : undefined,
    ),
};

const basisInForce: Rule = {
  id: 'basis-in-force',
  severity: 'blocks',
  paths: ['guide.basis'],
  find: ({ guide: { basis } }, { today }) =>
    each('guide.basis', basis, ({ title, expiresOn }) =>
      expiresOn !== undefined && expiresOn < today ? { title, day: expiresOn } : undefined,
    ),
};

/** A period begins before it ends, and the last one has not ended yet. */
const periodOrder: Rule = {
  id: 'period-order',
  severity: 'blocks',
  paths: ['guide.windows', 'preconditions'],
  find: ({ guide: { windows }, preconditions }) => [
    ...each('guide.windows', windows, ({ from, until }) => (until < from ? { from, until } : undefined)),
    ...each('preconditions', preconditions, ({ rule }) => {
      const turned = rule.kind === 'window' ? rule.ranges.find(({ from, until }) => until < from) : undefined;
      return turned && { from: turned.from, until: turned.until };
    }),
  ],
};

/** What was approved for a time is looked at again when the time is over. */
const reviewDue: Rule = {
  id: 'review-due',
  severity: 'warns',
  paths: ['guide.specialExclusion', 'guide.windows'],
  find({ guide: { specialExclusion, windows } }, { today }) {
    const reviewOn = specialExclusion?.reviewOn ?? today;
    const last = (windows ?? []).reduce((latest, { until }) => (until > latest ? until : latest), '');
    return [
      ...when(reviewOn < today, 'guide.specialExclusion', { day: reviewOn }),
      ...when(last !== '' && last < today, 'guide.windows', { day: last }),
    ];
  },
};

export const basisRules: readonly Rule[] = [preconditionBasis, procedureBasis, basisInForce, periodOrder, reviewDue];
