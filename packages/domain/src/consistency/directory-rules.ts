import { each, type Rule, when } from './rule.ts';

const departmentExists: Rule = {
  id: 'department-exists',
  severity: 'blocks',
  paths: ['summary.departmentId', 'guide.jointDepartmentIds'],
  find: ({ summary: { departmentId }, guide }, { departmentIds }) => [
    ...when(departmentId !== '' && !departmentIds.has(departmentId), 'summary.departmentId'),
    ...each('guide.jointDepartmentIds', guide.jointDepartmentIds, (id) => (departmentIds.has(id) ? undefined : {})),
  ],
};

const counterExists: Rule = {
  id: 'counter-exists',
  severity: 'blocks',
  paths: ['guide.counterCodes'],
  find: ({ guide }, { counterCodes }) =>
    each('guide.counterCodes', guide.counterCodes, (code) => (counterCodes.has(code) ? undefined : { code })),
};

/** Of two steps of 一件事 in each other nobody could say which case counts for what. */
const jointComponents: Rule = {
  id: 'joint-components',
  severity: 'blocks',
  paths: ['guide.componentCodes'],
  find: ({ summary, guide }, { matters }) =>
    each('guide.componentCodes', guide.componentCodes, (code) =>
      code === summary.code || matters.get(code)?.isJoint !== false ? { code } : undefined,
    ),
};

export const directoryRules: readonly Rule[] = [departmentExists, counterExists, jointComponents];
