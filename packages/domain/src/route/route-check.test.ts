import { describe, expect, test } from '@jest/globals';
import { findRouteFaults } from './route-check.ts';
import type { RouteDefinition, StagePower } from './route-definition.ts';

const route = (...stages: readonly (readonly StagePower[])[]): RouteDefinition => ({
  stages: stages.map((may, index) => ({
    key: `s${index}`,
    name: { zh: '环节' },
    join: 'all',
    tasks: [{ key: 't', post: `p${index}`, may }],
    limitDays: 2,
  })),
});

describe('CAT-6 a route before it is published', () => {
  test('that can be walked to its end has no fault; an instant one has no stage', () => {
    expect(findRouteFaults(route(['accept', 'correct', 'refuse', 'pass'], ['pass'], ['decide']), 6)).toEqual([]);
    expect(findRouteFaults(route(['accept', 'decide']), 2)).toEqual([]);
    expect(findRouteFaults({ stages: [] }, 0)).toEqual([]);
  });

  test('on which a case would stick is told where', () => {
    expect(findRouteFaults(route(['correct'], ['accept'], []), null)).toEqual([
      { code: 'route.nobody-accepts', stage: 's0' },
      { code: 'route.nobody-passes', stage: 's0' },
      { code: 'route.nobody-passes', stage: 's1' },
      { code: 'route.misplaced-power', stage: 's1' },
      { code: 'route.nobody-decides', stage: 's2' },
    ]);
  });

  test('whose stage has no limit, or several posts, is told: the clock would not run, and the others never be asked', () => {
    const [stage] = route(['accept', 'decide']).stages;
    const [task] = stage!.tasks;
    const faulty = (more: Partial<typeof stage>) => findRouteFaults({ stages: [{ ...stage!, ...more }] }, null);
    expect(faulty({ limitDays: 0 })).toEqual([{ code: 'route.no-limit', stage: 's0' }]);
    const parallel = [{ code: 'route.parallel-not-run', stage: 's0' }];
    expect(faulty({ tasks: [task!, { ...task!, key: 'u', post: 'other' }] })).toEqual(parallel);
    expect(faulty({ join: 'veto' })).toEqual(parallel);
  });

  test('whose stages take longer than the matter promises is told', () => {
    expect(findRouteFaults(route(['accept', 'pass'], ['decide']), 3)).toEqual([
      { code: 'route.limits-exceed-promise' },
    ]);
  });

  test('needs somebody at each stage, and a key for each', () => {
    const [stage] = route(['accept', 'decide']).stages;
    const twice = { stages: [stage!, { ...stage!, tasks: [] }] };
    expect(findRouteFaults(twice, null)).toMatchObject([
      { code: 'route.repeated-key', stage: 's0' },
      { code: 'route.nobody-passes' },
      { code: 'route.misplaced-power' },
      { code: 'route.no-task' },
    ]);
  });
});
