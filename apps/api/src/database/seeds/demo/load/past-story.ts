import { addDays, instantAt } from '@yitang/domain/calendar';
import { defaultCorrectionDays, type CaseEvent, type EventActor } from '@yitang/domain/case';
import type { CivilDate, IntervalKind } from '@yitang/domain/vocabulary';
import { systemLabel } from '../../../../modules/case/actors.ts';
import { getDemoGuide } from '../guides/index.ts';
import { demoUniversity } from '../organization/index.ts';
import type { Handler } from './handlers.ts';
import type { PastFacts, PastWorld } from './past-world.ts';

export interface ToldEvent {
  readonly event: CaseEvent;
  readonly label: string;
}

export interface ToldInterval {
  readonly kind: IntervalKind;
  readonly holder: string;
  readonly stage: number;
  readonly from: Date;
  readonly until: Date;
}

export interface PastStory {
  readonly events: readonly ToldEvent[];
  readonly intervals: readonly ToldInterval[];
  /** Whoever held it last. */
  readonly last: Handler;
  readonly stageIndex: number;
  readonly correction: { readonly requestedAt: Date; readonly by: string; readonly dueOn: CivilDate } | null;
}

/** What happened, from the few instants that are known of a past case, as the commands would have recorded it. */
export function tellStory(facts: PastFacts, world: PastWorld): PastStory {
  const holders = holdersOf(facts, world);
  const first = holders[0] as Handler;
  const { acceptedAt } = facts;
  const submitted = applicantEvent(world, facts, { type: 'submitted', owedMaterials: [] }, facts.submittedAt);
  if (acceptedAt === null) return tellUnaccepted(facts, world, { first, submitted });
  const stages = stagesOf(facts, holders);
  const last = stages.at(-1) as Stage;
  const accepted = by(facts, first, { type: 'accepted', kind: 'full', on: world.dayOf(acceptedAt), note: null }, acceptedAt);
  const passed = stages.slice(0, -1).map((stage, index) => {
    const next = stages[index + 1] as Stage;
    return by(facts, stage.handler, { type: 'passed', fromStage: stage.key, toStage: next.key, note: null }, stage.until);
  });
  return {
    events: [submitted, accepted, ...passed, ...endingOf(facts, world, last.handler)],
    intervals: [
      { kind: 'intake' as const, holder: first.holder, stage: 0, from: facts.submittedAt, until: acceptedAt },
      ...stages.map(({ handler, from, until }, stage) => ({ kind: 'stage' as const, holder: handler.holder, stage, from, until })),
    ],
    last: last.handler,
    stageIndex: stages.length - 1,
    correction: null,
  };
}

function holdersOf({ route, matter, affiliation }: PastFacts, { handlers }: PastWorld): readonly Handler[] {
  const department = affiliation?.departmentCode ?? null;
  const posts = (route?.stages ?? []).flatMap(({ tasks }) => tasks.slice(0, 1).map(({ post }) => post));
  if (posts.length === 0) return [handlers.ofDepartment(matter.departmentCode, department)];
  return posts.map((post) => handlers.ofPost(post, department));
}

interface Stage {
  readonly key: string;
  readonly handler: Handler;
  readonly from: Date;
  readonly until: Date;
}

/** The time from acceptance to the end, in equal parts. */
function stagesOf({ acceptedAt, finishedAt, route }: PastFacts, holders: readonly Handler[]): Stage[] {
  const start = (acceptedAt ?? finishedAt).getTime();
  const share = (finishedAt.getTime() - start) / holders.length;
  const border = (index: number): Date => (index === holders.length ? finishedAt : new Date(start + Math.floor(share * index)));
  return holders.map((handler, index) => ({
    key: route?.stages[index]?.key ?? '',
    handler,
    from: border(index),
    until: border(index + 1),
  }));
}

function endingOf(facts: PastFacts, world: PastWorld, last: Handler): ToldEvent[] {
  const { status, finishedAt } = facts;
  switch (status) {
    case 'delivered': {
      const [usual] = getDemoGuide(facts.matter.code).resultDelivery;
      const delivery = facts.isSelfService ? 'electronic' : (usual ?? 'counter');
      return [by(facts, last, { type: 'approved', note: null }, finishedAt), by(facts, last, { type: 'delivered', delivery }, finishedAt)];
    }
    case 'declined':
      return [by(facts, last, { type: 'declined', reason: '经审核，不符合办理条件。', basis: '本事项办事指南“办理条件”' }, finishedAt)];
    case 'withdrawn':
      return [applicantEvent(world, facts, { type: 'withdrawn', reason: null }, finishedAt)];
    case 'voided':
      return [by(facts, last, { type: 'voided', reason: '所办业务本身无效。' }, finishedAt)];
    case 'removed':
      return [by(facts, last, { type: 'removed', reason: '重复录入。' }, finishedAt)];
    default:
      return [by(facts, last, { type: 'refused', reason: '申请人不在本事项服务对象范围内。', basis: '本事项办事指南“办理条件”' }, finishedAt)];
  }
}

function tellUnaccepted(facts: PastFacts, world: PastWorld, { first, submitted }: { first: Handler; submitted: ToldEvent }): PastStory {
  const { submittedAt, finishedAt, status } = facts;
  const intake = (until: Date): ToldInterval => ({ kind: 'intake', holder: first.holder, stage: 0, from: submittedAt, until });
  const end = { last: first, stageIndex: 0 };
  if (status !== 'expired') {
    return { ...end, events: [submitted, ...endingOf(facts, world, first)], intervals: [intake(finishedAt)], correction: null };
  }
  const requestedAt = correctionAsked(facts, world);
  const items = [{ kind: 'material' as const, field: 'listed-1', reason: '材料不齐全，请补交后再提交。' }];
  const asked = { type: 'correction-requested' as const, round: 1, items, message: null, secondRoundReason: null };
  const expired: CaseEvent = { type: 'correction-expired', at: finishedAt, by: system, round: 1 };
  return {
    ...end,
    events: [submitted, by(facts, first, asked, requestedAt), { event: expired, label: systemLabel }],
    intervals: [
      intake(requestedAt),
      { kind: 'correction', holder: 'applicant', stage: 0, from: requestedAt, until: finishedAt },
    ],
    correction: { requestedAt, by: first.personId, dueOn: world.dayOf(finishedAt) },
  };
}

/** So many working days before it expired, in the morning; soon after it came in where that would be before. */
function correctionAsked({ submittedAt, finishedAt }: PastFacts, { calendar, dayOf }: PastWorld): Date {
  let day = dayOf(finishedAt);
  for (let left = defaultCorrectionDays; left > 0; ) {
    day = addDays(day, -1);
    if (calendar.kindOf(day) !== 'day-off') left -= 1;
  }
  const morning = instantAt(day, 10 * 60, demoUniversity.timeZone);
  const soon = new Date(submittedAt.getTime() + 20 * 60_000);
  return morning > soon ? morning : soon;
}

const system: EventActor = { kind: 'system', personId: null, post: null };

type Details<Event = CaseEvent> = Event extends CaseEvent ? Omit<Event, 'at' | 'by'> : never;

/** What is decided on the spot on the net is decided by the platform. */
function by({ route }: PastFacts, handler: Handler, details: Details, at: Date): ToldEvent {
  if (route?.stages.length === 0) return { event: { ...details, at, by: system } as CaseEvent, label: systemLabel };
  const actor: EventActor = { kind: 'staff', personId: handler.personId, post: handler.post };
  return { event: { ...details, at, by: actor } as CaseEvent, label: handler.label };
}

function applicantEvent({ ids }: PastWorld, { applicant }: PastFacts, details: Details, at: Date): ToldEvent {
  const actor: EventActor = { kind: 'applicant', personId: ids.of('person', applicant.key), post: null };
  return { event: { ...details, at, by: actor } as CaseEvent, label: applicant.name };
}
