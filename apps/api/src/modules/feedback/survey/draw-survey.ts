import { createHash } from 'node:crypto';
import { endOfDay, startOfDay } from '@yitang/domain/calendar';
import {
  allocateSample,
  decideSurvey,
  drawSample,
  frameHash,
  largestFrame,
  type DrawnCase,
  type FrameCase,
  type SurveyRefusal,
} from '@yitang/domain/survey';
import { insertRows, type Em } from '../../../database/index.ts';
import type { Tx } from '../../../platform/command/index.ts';
import type { JobRun } from '../../../platform/jobs/index.ts';
import { placeNames } from './place-names.ts';
import { surveyTarget } from './plan-survey.ts';
import { requireSurvey } from './survey-access.ts';
import { Survey } from './survey.entity.ts';
import { listFinishedCasesKey, type FinishedCase } from './survey-ports.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const pageSize = 2_000;
const rowsAtOnce = 1_000;
/** Nobody noted where the applicant was received: on the net, or unseen. */
const nowhere = '-';

/**
 * Job `survey.draw`: reads the frame, draws, and freezes both in one transaction. Only the first of two runs writes: the
 * status is the lock.
 */
export async function drawSurvey(payload: unknown, run: JobRun): Promise<void> {
  const { surveyId } = payload as { surveyId: string };
  const survey = await requireSurvey(run.em, surveyId);
  if (survey.status !== 'drawing') return;
  const cases = await readFrame(run, survey);
  const drawing = cases === undefined ? tooLarge : drawFrom(cases, survey);
  if (!drawing.ok) return fail(run, survey, drawing.refusals);
  const places = await placeNames(
    run.em,
    drawing.strata.map(({ first }) => first.placeId),
  );
  await run.deps.runCommand(run.caller, { name: 'survey.freeze' }, async (tx) => {
    const status = next(survey, 'freeze');
    const facts = { frameSize: drawing.frame.length, frameHash: drawing.fingerprint, drawn: drawing.sample.length };
    const written = await tx.em.nativeUpdate(
      Survey,
      { id: survey.id, status: 'drawing' },
      { ...facts, status, drawnAt: tx.now },
    );
    if (written === 1) await writeDrawing(tx, survey.id, { ...drawing, places });
    tx.audit({
      action: 'survey.freeze',
      ...surveyTarget(survey.id),
      outcome: 'done',
      after: { ...facts, seed: survey.seed },
    });
  });
}

const tooLarge = { ok: false, refusals: [{ code: 'survey.frame-too-large' }] } as const;

/** All cases of the period; undefined where they are more than one drawing holds. */
async function readFrame({ deps, em }: JobRun, { firstDay, lastDay }: Survey): Promise<FinishedCase[] | undefined> {
  const list = deps.services.get(listFinishedCasesKey);
  const zone = deps.config.timeZone;
  const period = {
    from: startOfDay(firstDay, zone),
    until: endOfDay(lastDay, zone),
    limit: pageSize,
    withPlaces: true,
  };
  const cases: FinishedCase[] = [];
  for (let after = ''; ;) {
    const found = await list(em, { ...period, after });
    cases.push(...found);
    if (cases.length > largestFrame) return undefined;
    const last = found.at(-1);
    if (last === undefined || found.length < pageSize) return cases;
    after = last.id;
  }
}

interface DrawnStratum {
  readonly key: string;
  readonly ordinal: number;
  readonly first: FinishedCase;
  readonly population: number;
  readonly drawn: number;
}
interface Drawing {
  readonly ok: true;
  readonly frame: readonly FrameCase[];
  readonly fingerprint: string;
  readonly strata: readonly DrawnStratum[];
  readonly sample: readonly DrawnCase[];
  readonly byNumber: ReadonlyMap<string, FinishedCase>;
}

function drawFrom(
  cases: readonly FinishedCase[],
  { size, minimum, seed }: Survey,
): Drawing | { readonly ok: false; readonly refusals: readonly SurveyRefusal[] } {
  const keyOf = ({ matterCode, placeId }: FinishedCase): string => `${matterCode}|${placeId ?? nowhere}`;
  const frame = cases.map((one) => ({ number: one.number, stratum: keyOf(one) }));
  const groups = new Map<string, { first: FinishedCase; population: number }>();
  for (const one of cases) {
    const known = groups.get(keyOf(one));
    if (known === undefined) groups.set(keyOf(one), { first: one, population: 1 });
    else known.population += 1;
  }
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, group]) => ({ key, ...group }));
  const shared = allocateSample(sorted, { size, minimum });
  if (!shared.ok) return shared;
  return {
    ok: true,
    frame,
    fingerprint: frameHash(frame, sha256),
    strata: sorted.map((group, ordinal) => ({ ...group, ordinal, drawn: shared.drawn.get(group.key) ?? 0 })),
    sample: drawSample(frame, { seed, drawn: shared.drawn }, sha256),
    byNumber: new Map(cases.map((one) => [one.number, one])),
  };
}

async function writeDrawing(
  { em }: Tx,
  surveyId: string,
  { frame, strata, sample, byNumber, places }: Drawing & { readonly places: ReadonlyMap<string, string> },
): Promise<void> {
  const ordinals = new Map(strata.map(({ key, ordinal }) => [key, ordinal]));
  await insertAll(
    em,
    'survey_strata',
    strata.map(({ key, ordinal, first, population, drawn }) => ({
      ...{ survey_id: surveyId, ordinal, key, population, drawn },
      ...{ matter_id: first.matterId, matter_code: first.matterCode, matter_name: first.matterName },
      department_id: first.departmentId,
      place: first.placeId === null ? '网上或未登记到场' : (places.get(first.placeId) ?? '其他地点'),
    })),
  );
  await insertAll(
    em,
    'survey_frame_cases',
    frame.map(({ number, stratum }) => ({ survey_id: surveyId, number, ordinal: ordinals.get(stratum) })),
  );
  await insertAll(
    em,
    'survey_calls',
    sample.map(({ no, number, stratum }) => ({
      ...{ survey_id: surveyId, no, ordinal: ordinals.get(stratum), case_number: number },
      ...{ person_id: byNumber.get(number)?.personId, answer_id: null, outcome: null },
    })),
  );
}

async function insertAll(em: Em, table: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) await insertRows(em, table, rows.slice(at, at + rowsAtOnce));
}

function next({ status }: Survey, action: 'freeze' | 'fail'): Survey['status'] {
  const decided = decideSurvey(status, action);
  return decided.ok ? decided.status : status;
}

async function fail({ deps, caller }: JobRun, survey: Survey, refusals: readonly SurveyRefusal[]): Promise<void> {
  const [first] = refusals;
  await deps.runCommand(caller, { name: 'survey.fail' }, async (tx) => {
    const change = {
      status: next(survey, 'fail'),
      failure: first?.code ?? null,
      failureSubject: first?.subject ?? null,
    };
    await tx.em.nativeUpdate(Survey, { id: survey.id, status: 'drawing' }, change);
    tx.audit({ action: 'survey.fail', ...surveyTarget(survey.id), outcome: 'done', after: { code: change.failure } });
  });
}
