import { defaultAcceptanceDays, defaultCorrectionDays } from '@yitang/domain/case';
import type { Answers } from '@yitang/domain/form';
import { formatCaseNumber } from '@yitang/domain/numbering';
import { countedOn } from '../../../../modules/case/counter/counted-on.ts';
import type { CounterSum } from '../../../../modules/case/counter/add-to-counters.ts';
import { eventHash, firstLink, sha256 } from '../../../../modules/case/record/event-chain.ts';
import type { Sealed } from '../../../../platform/crypto/index.ts';
import { sealAnswers } from '../../../../modules/case/sealed-answers.ts';
import { getDemoUnit } from '../organization/index.ts';
import { sampleAnswers } from '../online/sample-answers.ts';
import { seedId } from '../seed-id.ts';
import type { PastCase } from '../past-cases/index.ts';
import { feedbackRows, type FeedbackRows } from './past-feedback.ts';
import { tellStory, type PastStory, type ToldEvent } from './past-story.ts';
import { unfold, type PastFacts, type PastWorld } from './past-world.ts';

type Row = Readonly<Record<string, unknown>>;

export interface PastRows extends FeedbackRows {
  readonly cases: readonly Row[];
  readonly events: readonly Row[];
  readonly intervals: readonly Row[];
  readonly corrections: readonly Row[];
  readonly counters: readonly CounterSum[];
}

/** Which case it is, counted from the first, and on its day. */
export interface Place {
  readonly index: number;
  readonly serial: number;
}

/** All rows of one past case. */
export function pastRows(row: PastCase, place: Place, world: PastWorld): PastRows {
  const facts = unfold(row, world);
  const story = tellStory(facts, world);
  const caseId = seedId(world.seed, `case/${place.index}`, facts.submittedAt.getTime());
  const { matterId } = world.versions(facts.matter.code, facts.matterVersion);
  const personId = world.ids.of('person', facts.applicant.key);
  const events = chain(caseId, story.events, { facts, world });
  const childId = (order: number, at: Date): string => childIdOf(caseId, { kind: 'a', order, at });
  return {
    cases: [caseRow(facts, story, { caseId, personId, place, world })],
    events,
    intervals: intervalRows(caseId, story),
    corrections: correctionRows(caseId, story),
    counters: events.flatMap(({ type, counted_on, recorded_on }) =>
      counted_on === null
        ? []
        : [{ matterId, month: counted_on.slice(0, 7), measure: type, recordedOn: recorded_on ?? '', sum: 1 }],
    ),
    ...feedbackRows(facts, { caseId, matterId, personId, handler: story.last, childId }, world),
  };
}

interface Child {
  /** A hexadecimal digit for each kind of child. */
  readonly kind: '8' | '9' | 'a';
  readonly order: number;
  readonly at: Date;
}

/** An id of what belongs to a case: its own instant, its order, and the random part of the case's id. */
function childIdOf(caseId: string, { kind, order, at }: Child): string {
  const time = at.getTime().toString(16).padStart(12, '0');
  const place = order.toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${place}-${kind}${caseId.slice(20)}`;
}

/** Chained as the commands chain them. */
function chain(caseId: string, told: readonly ToldEvent[], { facts, world }: { facts: PastFacts; world: PastWorld }) {
  const acceptedOn = facts.acceptedAt === null ? null : world.dayOf(facts.acceptedAt);
  let previousHash = firstLink.hash;
  return told.map(({ event, label }, index) => {
    const { type, at, by, ...details } = event;
    const text = JSON.stringify(details);
    const counted = countedOn(event, world.dayOf(at), acceptedOn);
    const unsigned = {
      id: childIdOf(caseId, { kind: '8', order: index + 1, at }),
      case_id: caseId,
      seq: index + 1,
      type,
      at,
      actor_kind: by.kind,
      actor_id: by.personId,
      actor_post: by.post,
      actor_label: label,
      counted_on: counted?.on ?? null,
      details_hash: sha256(text),
      previous_hash: previousHash,
    };
    previousHash = eventHash(unsigned);
    // Counted by whoever writes the row, so nothing waits to be folded.
    return {
      ...unsigned,
      ...{ recorded_on: counted?.recordedOn ?? null, details: text, hash: previousHash, pending: null },
    };
  });
}

interface CaseKeys {
  readonly caseId: string;
  readonly personId: string;
  readonly place: Place;
  readonly world: PastWorld;
}

function caseRow(facts: PastFacts, story: PastStory, { caseId, personId, place, world }: CaseKeys): Row {
  const { matter, applicant, affiliation, submittedAt, acceptedAt, finishedAt, status, matterVersion } = facts;
  const { ids } = world;
  const departmentCode = affiliation?.departmentCode ?? null;
  const acceptedOn = acceptedAt === null ? null : world.dayOf(acceptedAt);
  const version = world.versions(matter.code, matterVersion);
  return {
    id: caseId,
    number: formatCaseNumber({ prefix: 'YT', date: world.dayOf(submittedAt), serial: place.serial }),
    version: story.events.length,
    person_id: personId,
    applicant_name: applicant.name,
    applicant_number: affiliation?.number ?? null,
    applicant_department: departmentCode === null ? null : getDemoUnit(departmentCode).name,
    applicant_department_id: departmentCode === null ? null : ids.of('department', departmentCode),
    matter_id: version.matterId,
    matter_code: matter.code,
    matter_name: matter.name,
    matter_version_id: version.id,
    matter_version: matterVersion,
    department_id: ids.of('department', matter.departmentCode),
    form_version_id: version.formId,
    route_version_id: version.routeId,
    layout_version_id: version.layoutId,
    promised_days: facts.promisedDays,
    acceptance_days: defaultAcceptanceDays,
    correction_days: defaultCorrectionDays,
    extension_days: 0,
    answers: answersOf(facts, world),
    status,
    stage_index: story.stageIndex,
    acceptance_kind: acceptedOn === null ? null : 'full',
    accepted_on: acceptedOn,
    correction_rounds: story.correction === null ? 0 : 1,
    owed_materials: '[]',
    held_intervals: '[]',
    calendar_pins: acceptedOn === null ? '{}' : JSON.stringify(world.calendar.versions),
    submitted_at: submittedAt,
    accepted_at: acceptedAt,
    decided_at: finishedAt,
    finished_at: finishedAt,
    due_on: acceptedOn === null ? null : world.dueOn(acceptedOn, facts.promisedDays),
    act_by: null,
    waits_for_year: null,
    inbox_post: story.last.inbox,
    inbox_view: 'finished',
    inbox_order: finishedAt.toISOString(),
    updated_at: finishedAt,
  };
}

/** Papers handed in at a window left no answers here; what was applied for on the net has the sample's. */
function answersOf(
  { matter, applicant, affiliation, submittedAt, matterVersion }: PastFacts,
  world: PastWorld,
): Sealed {
  if (matterVersion === 1) return world.noAnswers;
  const sample = sampleAnswers[matter.code]?.(world.dayOf(submittedAt)) ?? {};
  const departmentCode = affiliation?.departmentCode ?? null;
  const known = {
    name: applicant.name,
    number: affiliation?.number ?? null,
    department: departmentCode === null ? null : getDemoUnit(departmentCode).name,
    programme: affiliation?.programme ?? null,
    grade: affiliation?.grade ?? null,
    position: affiliation?.position ?? null,
    phone: applicant.phone,
  };
  const own = Object.entries(known).flatMap(([key, value]) => (key in sample && value !== null ? [[key, value]] : []));
  return sealAnswers(world.crypto, { ...sample, ...(Object.fromEntries(own) as Answers) });
}

function intervalRows(caseId: string, { intervals }: PastStory): Row[] {
  return intervals
    .filter(({ from, until }) => from < until)
    .map(({ kind, holder, stage, from, until }, index) => ({
      id: childIdOf(caseId, { kind: '9', order: index + 1, at: from }),
      case_id: caseId,
      kind,
      holder,
      stage,
      started_at: from,
      ended_at: until,
      is_running: kind === 'stage' ? 1 : 0,
      ground: null,
    }));
}

function correctionRows(caseId: string, { correction, events }: PastStory): Row[] {
  if (correction === null) return [];
  const asked = events.find(({ event }) => event.type === 'correction-requested')?.event;
  return [
    {
      id: childIdOf(caseId, { kind: '9', order: 0, at: correction.requestedAt }),
      case_id: caseId,
      round: 1,
      items: JSON.stringify(asked !== undefined && 'items' in asked ? asked.items : []),
      message: null,
      second_round_reason: null,
      requested_at: correction.requestedAt,
      requested_by: correction.by,
      due_on: correction.dueOn,
      waits_for_year: null,
      state: correction.state,
      closed_at: correction.closedAt,
      changes: null,
    },
  ];
}
