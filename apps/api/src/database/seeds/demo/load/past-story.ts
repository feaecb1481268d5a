import { addDays, instantAt } from '@yitang/domain/calendar';
import { defaultCorrectionDays, type CaseEvent, type EventActor } from '@yitang/domain/case';
import { applicantHolder } from '@yitang/domain/clock';
import type { CivilDate, IntervalKind } from '@yitang/domain/vocabulary';
import { systemLabel } from '../../../../modules/case/actors.ts';
import { getDemoGuide } from '../guides/index.ts';
import { demoUniversity } from '../organization/index.ts';
import type { Handler } from './handlers.ts';
import { lackingItem, pastCorrection } from './past-corrections.ts';
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

/** The one list of corrections of a past case. */
export interface ToldCorrection {
  readonly requestedAt: Date;
  readonly by: string;
  readonly dueOn: CivilDate | null;
  readonly closedAt: Date;
  readonly state: 'supplied' | 'expired';
}

export interface PastStory {
  readonly events: readonly ToldEvent[];
  readonly intervals: readonly ToldInterval[];
  /** Whoever held it last. */
  readonly last: Handler;
  readonly stageIndex: number;
  readonly correction: ToldCorrection | null;
}

/** Somebody who did something, and how the timeline calls them. */
interface Doer {
  readonly by: EventActor;
  readonly label: string;
}

/** What happened, from the few instants that are known of a past case, as the commands would have recorded it. */
export function tellStory(facts: PastFacts, world: PastWorld): PastStory {
  const { acceptedAt, submittedAt } = facts;
  const holders = holdersOf(facts, world);
  const first = holders[0] as Handler;
  const applicant = applicantOf(facts, world);
  const submitted: ToldEvent = told(applicant, {
    type: 'submitted',
    at: submittedAt,
    by: applicant.by,
    owedMaterials: [],
  });
  if (acceptedAt === null) return tellUnaccepted(facts, world, { first, submitted });
  const stages = stagesOf(facts, holders);
  const last = (stages.at(-1) as Stage).handler;
  const clerk = handlerOf(facts, first);
  const on = world.dayOf(acceptedAt);
  const accepted = told(clerk, { type: 'accepted', at: acceptedAt, by: clerk.by, kind: 'full', on, note: null });
  const sentBack = tellSentBack(facts, world, { first, clerk, applicant });
  return {
    events: [submitted, ...sentBack.events, accepted, ...passedOn(facts, stages), ...endingOf(facts, world, last)],
    intervals: [
      ...sentBack.intervals,
      ...stages.map(({ handler: { holder }, from, until }, stage) => ({
        kind: 'stage' as const,
        holder,
        stage,
        from,
        until,
      })),
    ],
    last,
    stageIndex: stages.length - 1,
    correction: sentBack.correction,
  };
}

interface SentBack {
  readonly events: readonly ToldEvent[];
  readonly intervals: readonly ToldInterval[];
  readonly correction: ToldCorrection | null;
}

/** The time before acceptance: at the post all of it, or with a while at the applicant's. */
function tellSentBack(
  facts: PastFacts,
  world: PastWorld,
  { first, clerk, applicant }: { first: Handler; clerk: Doer; applicant: Doer },
): SentBack {
  const { submittedAt, acceptedAt } = facts;
  const until = acceptedAt ?? facts.finishedAt;
  const intake = { kind: 'intake', holder: first.holder, stage: 0 } as const;
  const correction = pastCorrection(facts, world);
  if (correction === null) return { events: [], intervals: [{ ...intake, from: submittedAt, until }], correction };
  const { item, requestedAt, suppliedAt } = correction;
  const asked = {
    type: 'correction-requested',
    round: 1,
    items: [item],
    message: null,
    secondRoundReason: null,
  } as const;
  return {
    events: [
      told(clerk, { ...asked, at: requestedAt, by: clerk.by }),
      told(applicant, { type: 'correction-supplied', at: suppliedAt, by: applicant.by, round: 1 }),
    ],
    intervals: [
      { ...intake, from: submittedAt, until: requestedAt },
      { kind: 'correction', holder: applicantHolder, stage: 0, from: requestedAt, until: suppliedAt },
      { ...intake, from: suppliedAt, until },
    ],
    correction: {
      requestedAt,
      by: first.personId,
      dueOn: world.dueOn(world.dayOf(requestedAt), defaultCorrectionDays),
      closedAt: suppliedAt,
      state: 'supplied',
    },
  };
}

const told = ({ label }: Doer, event: CaseEvent): ToldEvent => ({ event, label });

function applicantOf({ applicant }: PastFacts, { ids }: PastWorld): Doer {
  const by: EventActor = { kind: 'applicant', personId: ids.of('person', applicant.key), post: null };
  return { by, label: applicant.name };
}

const system: Doer = { by: { kind: 'system', personId: null, post: null }, label: systemLabel };

/** What is decided on the spot on the net is decided by the platform. */
function handlerOf({ route }: PastFacts, { personId, post, label }: Handler): Doer {
  return route?.stages.length === 0 ? system : { by: { kind: 'staff', personId, post }, label };
}

function passedOn(facts: PastFacts, stages: readonly Stage[]): ToldEvent[] {
  return stages.slice(0, -1).map(({ key, handler, until }, index) => {
    const doer = handlerOf(facts, handler);
    const toStage = stages[index + 1]?.key ?? '';
    return told(doer, { type: 'passed', at: until, by: doer.by, fromStage: key, toStage, note: null });
  });
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
  const border = (index: number): Date =>
    index === holders.length ? finishedAt : new Date(start + Math.floor(share * index));
  return holders.map((handler, index) => ({
    key: route?.stages[index]?.key ?? '',
    handler,
    from: border(index),
    until: border(index + 1),
  }));
}

const basis = '本事项办事指南“办理条件”';

function endingOf(facts: PastFacts, world: PastWorld, last: Handler): ToldEvent[] {
  const { status, finishedAt: at, matter, isSelfService } = facts;
  const clerk = handlerOf(facts, last);
  const { by } = clerk;
  switch (status) {
    case 'delivered': {
      const [usual] = getDemoGuide(matter.code).resultDelivery;
      const delivery = isSelfService ? 'electronic' : (usual ?? 'counter');
      return [
        told(clerk, { type: 'approved', at, by, note: null }),
        told(clerk, { type: 'delivered', at, by, delivery }),
      ];
    }
    case 'declined':
      return [told(clerk, { type: 'declined', at, by, reason: '经审核，不符合办理条件。', basis })];
    case 'withdrawn': {
      const applicant = applicantOf(facts, world);
      return [told(applicant, { type: 'withdrawn', at, by: applicant.by, reason: null })];
    }
    case 'voided':
      return [told(clerk, { type: 'voided', at, by, reason: '所办业务本身无效。' })];
    case 'removed':
      return [told(clerk, { type: 'removed', at, by, reason: '重复录入。' })];
    default:
      return [told(clerk, { type: 'refused', at, by, reason: '申请人不在本事项服务对象范围内。', basis })];
  }
}

interface Beginning {
  readonly first: Handler;
  readonly submitted: ToldEvent;
}

function tellUnaccepted(facts: PastFacts, world: PastWorld, { first, submitted }: Beginning): PastStory {
  const { submittedAt: from, finishedAt, status } = facts;
  const intake = { kind: 'intake', holder: first.holder, stage: 0, from } as const;
  const end = { last: first, stageIndex: 0 };
  if (status !== 'expired') {
    const events = [submitted, ...endingOf(facts, world, first)];
    return { ...end, events, intervals: [{ ...intake, until: finishedAt }], correction: null };
  }
  const at = correctionAsked(facts, world);
  const clerk = handlerOf(facts, first);
  const items = [lackingItem(facts, world)];
  const asked = { type: 'correction-requested', round: 1, items, message: null, secondRoundReason: null } as const;
  const expired = told(system, { type: 'correction-expired', at: finishedAt, by: system.by, round: 1 });
  return {
    ...end,
    events: [submitted, told(clerk, { ...asked, at, by: clerk.by }), expired],
    intervals: [
      { ...intake, until: at },
      { kind: 'correction', holder: applicantHolder, stage: 0, from: at, until: finishedAt },
    ],
    correction: {
      requestedAt: at,
      by: first.personId,
      dueOn: world.dayOf(finishedAt),
      closedAt: finishedAt,
      state: 'expired',
    },
  };
}

/** So many working days before it expired, in the morning; soon after it came in where that would be before. */
function correctionAsked({ submittedAt, finishedAt }: PastFacts, { calendar, dayOf }: PastWorld): Date {
  let day = dayOf(finishedAt);
  for (let left = defaultCorrectionDays; left > 0;) {
    day = addDays(day, -1);
    if (calendar.kindOf(day) !== 'day-off') left -= 1;
  }
  const morning = instantAt(day, 10 * 60, demoUniversity.timeZone);
  const soon = new Date(submittedAt.getTime() + 20 * 60_000);
  return morning > soon ? morning : soon;
}
