import { addDays, civilDateAt, instantAt } from '@yitang/domain/calendar';
import { demoUniversity, findDemoPost } from '../organization/index.ts';
import { findDemoOnlineMatter } from '../online/index.ts';
import type { DemoPerson } from '../people/index.ts';
import type { FixedClock } from '../../../../platform/clock/index.ts';
import type { Orm } from '../../../index.ts';
import type { CallEndpoint } from './call-endpoints.ts';
import { asStaff } from './demo-actors.ts';
import type { DemoIds } from './load-context.ts';
import type { OpenCase, StepTime } from './open-cases.ts';

export interface ArrivalStage {
  readonly orm: Orm;
  readonly call: CallEndpoint;
  readonly clock: FixedClock;
  readonly ids: DemoIds;
  readonly people: readonly DemoPerson[];
  readonly instantOf: (time: StepTime) => Date;
}

const outcomes = ['turned-away', 'asked', 'office-closed'] as const;
/** Every third applicant came the day before, in vain; some came who never applied, known by their notice alone. */
const everyNth = 3;
const strangers = 2;

/**
 * Arrivals from before the applications that are under way, noted by the commands that clerks use. Those of people who
 * then applied are counted for their cases once the server folds them.
 */
export async function loadArrivals(openCases: readonly OpenCase[], stage: ArrivalStage): Promise<void> {
  for (const [index, openCase] of openCases.entries()) {
    if (index % everyNth !== 0) continue;
    const person = openCase.applicant(stage.people);
    const personNumber = person?.affiliations[0]?.number;
    if (person === undefined || typeof personNumber !== 'string') continue;
    await note(openCase, stage, { personNumber, index });
  }
  for (let index = 0; index < strangers; index += 1) {
    const openCase = openCases[index];
    if (openCase !== undefined) await note(openCase, stage, { personNumber: undefined, index });
  }
}

interface Coming {
  readonly personNumber: string | undefined;
  readonly index: number;
}

async function note(openCase: OpenCase, stage: ArrivalStage, { personNumber, index }: Coming): Promise<void> {
  const clerk = firstHolder(openCase, stage.people);
  if (clerk === undefined) return;
  const submitted = stage.instantOf(openCase.submitted);
  const day = addDays(civilDateAt(submitted, demoUniversity.timeZone), -1);
  const at = instantAt(day, 14 * 60 + index + (personNumber === undefined ? 30 : 0), demoUniversity.timeZone);
  // What an earlier run noted is there.
  const [known] = await stage.orm.em.fork().execute("select id from arrivals where source = 'notice' and at = ?", [at]);
  if (known !== undefined) return;
  stage.clock.set(at);
  await stage.call('noteArrival', asStaff(clerk, stage.ids), {
    body: {
      ...(personNumber === undefined ? {} : { personNumber }),
      matter: openCase.matterCode,
      outcome: outcomes[index % outcomes.length] ?? 'asked',
    },
  });
}

/** Whoever holds the post that takes the matter in. */
function firstHolder(openCase: OpenCase, people: readonly DemoPerson[]): DemoPerson | undefined {
  const applicant = openCase.applicant(people);
  const code = findDemoOnlineMatter(openCase.matterCode)?.route.stages[0]?.tasks[0]?.post ?? '';
  const post = findDemoPost(code, applicant?.affiliations[0]?.departmentCode ?? '');
  return people.find(({ posts }) =>
    posts.some((held) => held.code === code && held.departmentCode === post?.departmentCode),
  );
}
