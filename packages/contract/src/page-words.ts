// What pages read besides types: nothing here needs a schema, so that a page brings no more along than these words.

export const exchangeTables = [
  'matters',
  'materials',
  'steps',
  'steps-offline',
  'fees',
  'situations',
  'special-procedures',
] as const;
export type ExchangeTable = (typeof exchangeTables)[number];

/** Matters of a department in a month: of which figures are owed, were reported, or were reported unasked. */
export const coverageShows = ['owed', 'reported', 'unasked'] as const;

/** What the lists behind the figures of the reform can be asked for, and the roles that are given. */
export {
  givenRoles,
  healthShows,
  matterFigureKeys,
  matterFigureShows,
  parseYuan,
  plainYuan,
  printYuan,
  reductionShows,
  sourceKey,
  targetAudiences,
  targetScopes,
  targetShows,
  tripCauses,
  tripShows,
} from '@yitang/domain/vocabulary';
