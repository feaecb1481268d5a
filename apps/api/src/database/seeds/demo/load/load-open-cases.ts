import type { CivilDate } from '@yitang/domain/vocabulary';
import { catalogKey } from '../../../../modules/catalog/index.ts';
import type { FixedClock } from '../../../../platform/clock/index.ts';
import type { Principal } from '../../../../platform/principal/index.ts';
import { affectedRows, type Orm } from '../../../index.ts';
import { findDemoOnlineMatter } from '../online/index.ts';
import { findDemoPost } from '../organization/index.ts';
import type { DemoPerson } from '../people/index.ts';
import { staffNumber } from '../people/personas.ts';
import type { CallEndpoint } from './call-endpoints.ts';
import { asApplicant, asOneOf, asStaff } from './demo-actors.ts';
import { fillInDraft, sentAnswers } from './fill-in-draft.ts';
import { loadArrivals } from './load-arrivals.ts';
import { loadCatalogStory } from './load-catalog-story.ts';
import { loadPromisesAfter, loadPromisesBefore } from './load-promise-story.ts';
import type { DemoIds } from './load-context.ts';
import { playOnStage, workdayBefore, type Played as Cast } from './play-on-stage.ts';
import { loadTargetStory } from './load-target-story.ts';
import { loadVolumes } from './load-volumes.ts';
import type { DemoDeps } from './load-demo.ts';
import { loadFrozenMonths } from './load-frozen-months.ts';
import { loadHandbooks } from './load-handbooks.ts';
import { loadProgramme } from './load-programme.ts';
import { SeededElsewhere } from './load-past-cases.ts';
import { loadFilings } from './load-filings.ts';
import { loadSurveys } from './load-surveys.ts';
import { openCases, type OpenCase, type Step, type StepTime } from './open-cases.ts';

export interface OpenLoad extends Cast {
  /** Cases that are there already. */
  readonly done: number;
}

interface Stage {
  readonly orm: Orm;
  readonly call: CallEndpoint;
  readonly clock: FixedClock;
  readonly ids: DemoIds;
  readonly people: readonly DemoPerson[];
  readonly instantOf: (time: StepTime) => Date;
  readonly dayOf: (time: StepTime) => CivilDate;
}

/**
 * The applications that are under way, each handed in and handled by the commands that people use, on days before the
 * day of reference: so they have their events, notices, audit entries, files and counters like any other.
 */
export async function loadOpenCases(deps: DemoDeps, load: OpenLoad): Promise<void> {
  const dayOf = ({ daysBefore }: StepTime): CivilDate => workdayBefore(load.referenceDate, daysBefore, load);
  await playOnStage(deps, load, async (story) => {
    const { clock, instantBefore } = story;
    const stage = { ...story, dayOf, instantOf: (time: StepTime) => instantBefore(time.daysBefore, time.minutes) };
    await loadPromisesBefore(story);
    await loadCatalogStory(story);
    await loadVolumes(story);
    await loadSurveys(story);
    await loadProgramme(story);
    await loadHandbooks(story);
    clock.set(instantBefore(1, 0));
    await story.deps.services.get(catalogKey).refresh();
    await loadTargetStory(story);
    await loadPromisesAfter(story);
    await loadFilings(story);
    await loadFrozenMonths(story);
    clock.set(instantBefore(1, 0));
    await loadArrivals(openCases, stage);
    for (const [index, openCase] of openCases.entries()) {
      if (index < load.done) continue;
      await play(openCase, stage);
      const mark = `update seed_states set done = ? where name = 'demo' and step = 'open-cases' and done = ?`;
      if ((await affectedRows(deps.orm.em.fork(), mark, [index + 1, index])) !== 1) throw new SeededElsewhere();
    }
  });
}

/** What a crash left half done is found again by whose case it is and when it was handed in. */
async function play(openCase: OpenCase, stage: Stage): Promise<void> {
  const { clock, instantOf, dayOf, ids, call } = stage;
  const person = openCase.applicant(stage.people);
  if (person === undefined) throw new Error(`nobody in the demo can apply for ${openCase.matterCode}`);
  const principal = asApplicant(person, ids);
  const submittedAt = instantOf(openCase.submitted);
  if ((await findCase(stage, { personId: principal.personId ?? '', submittedAt })) === undefined) {
    clock.set(submittedAt);
    const draftId = await fillInDraft({ call, principal, person, of: openCase, today: dayOf(openCase.submitted) });
    await call('submitDraft', principal, { params: { draftId }, body: {} });
  }
  for (const [index, step] of openCase.steps.entries()) {
    const found = await findCase(stage, { personId: principal.personId ?? '', submittedAt });
    // Each act makes one version more.
    if (found === undefined || found.version > index + 1) continue;
    clock.set(instantOf(step));
    await act(step, { ...found, openCase, person, principal }, stage);
  }
}

interface FoundCase {
  readonly id: string;
  readonly version: number;
  readonly stage_index: number;
}

async function findCase({ orm }: Stage, of: { personId: string; submittedAt: Date }): Promise<FoundCase | undefined> {
  const sql = 'select id, version, stage_index from cases where person_id = ? and submitted_at = ?';
  const [row] = await orm.em.fork().execute<FoundCase[]>(sql, [of.personId, of.submittedAt]);
  return row && { ...row, version: Number(row.version), stage_index: Number(row.stage_index) };
}

interface Played extends FoundCase {
  readonly openCase: OpenCase;
  readonly person: DemoPerson;
  readonly principal: Principal;
}

async function act(step: Step, played: Played, stage: Stage): Promise<void> {
  const { id, version, principal } = played;
  const { call } = stage;
  const params = { id };
  if (step.act === 'supply-correction') {
    await call('supplyCorrection', principal, { params, body: { version, answers: sentAnswers(step.answers) } });
    return;
  }
  const holder = asStaff(holderOf(played, stage), stage.ids);
  if (step.act === 'request-correction') {
    const { items, message } = step;
    await call('requestCorrection', holder, {
      params,
      body: { version, items: [...items], ...(message !== undefined && { message }) },
    });
    return;
  }
  if (step.act === 'request-extension') {
    const { days, reason, basis } = step;
    await call('requestExtension', holder, { params, body: { version, days, reason, basis } });
    return;
  }
  const body = { version, ...(step.note !== undefined && { note: step.note }) };
  if (step.act === 'approve-extension') {
    await call('approveExtension', asOneOf(headOf(played, stage), stage.ids, ['head']), { params, body });
    return;
  }
  await call(step.act === 'accept' ? 'acceptCase' : 'passCase', holder, { params, body });
}

/** Whoever holds the post that the case's stage names. */
function holderOf(played: Played, { people }: Stage): DemoPerson {
  const { code, departmentCode } = heldPost(played);
  const found = people.find(({ posts }) =>
    posts.some((held) => held.code === code && held.departmentCode === departmentCode),
  );
  if (found === undefined) throw new Error(`nobody in the demo holds the post ${code}`);
  return found;
}

/** The head of that post's department. */
function headOf(played: Played, { people }: Stage): DemoPerson {
  const { departmentCode } = heldPost(played);
  const found = people.find(({ username }) => username === staffNumber(departmentCode ?? '', 1));
  if (found === undefined) throw new Error(`nobody in the demo heads the department ${departmentCode}`);
  return found;
}

function heldPost({ openCase, person, stage_index }: Played) {
  const code = findDemoOnlineMatter(openCase.matterCode)?.route.stages[stage_index]?.tasks[0]?.post ?? '';
  const post = findDemoPost(code, person.affiliations[0]?.departmentCode ?? '');
  return { code, departmentCode: post?.departmentCode };
}
