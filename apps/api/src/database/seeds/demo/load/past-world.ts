import { addWorkdays, civilDateAt, startOfDay, type WorkingCalendar } from '@yitang/domain/calendar';
import type { RouteDefinition } from '@yitang/domain/route';
import type { CivilDate } from '@yitang/domain/vocabulary';
import { sealAnswers } from '../../../../modules/case/sealed-answers.ts';
import type { FieldCrypto, Sealed } from '../../../../platform/crypto/index.ts';
import { demoMatters, type DemoMatter } from '../matters/index.ts';
import { findDemoOnlineMatter } from '../online/index.ts';
import { demoUniversity } from '../organization/index.ts';
import type { DemoAffiliation, DemoPerson } from '../people/index.ts';
import type { PastCase } from '../past-cases/index.ts';
import { createHandlers, type Handlers } from './handlers.ts';
import { daysAtTheWindow } from '../guides/at-the-window.ts';
import { onlineSince, type DemoIds, type DemoOrigin } from './load-context.ts';
import type { PastVersions } from './past-versions.ts';

/** All that the rows of past cases are made from. */
export interface PastWorld extends DemoOrigin {
  readonly ids: DemoIds;
  readonly people: readonly DemoPerson[];
  readonly calendar: WorkingCalendar;
  readonly crypto: FieldCrypto;
  readonly handlers: Handlers;
  readonly onlineSince: CivilDate;
  /** The first instant that is not past. */
  readonly endsAt: Date;
  readonly dayOf: (at: Date) => CivilDate;
  /** Last day of a promise; null over a year that is not published. */
  readonly dueOn: (acceptedOn: CivilDate, days: number) => CivilDate | null;
  /** What was published of the matters by then. */
  readonly versions: PastVersions;
  /** Sealed once: it says nothing. */
  readonly noAnswers: Sealed;
}

export function createPastWorld(
  parts: Pick<PastWorld, 'seed' | 'referenceDate' | 'ids' | 'people' | 'calendar' | 'crypto' | 'versions'>,
): PastWorld {
  const dues = new Map<string, CivilDate | null>();
  return {
    ...parts,
    handlers: createHandlers(parts.people, parts.ids),
    onlineSince: onlineSince(parts.referenceDate),
    endsAt: startOfDay(parts.referenceDate, demoUniversity.timeZone),
    dayOf: dayTeller(),
    dueOn: (acceptedOn, days) => {
      const key = `${acceptedOn} ${days}`;
      const due = dues.has(key) ? (dues.get(key) ?? null) : addWorkdays(parts.calendar, acceptedOn, days).on;
      dues.set(key, due);
      return due;
    },
    noAnswers: sealAnswers(parts.crypto, {}),
  };
}

const hour = 3_600_000;

/** Civil days of instants, looked up once an hour of the past: offsets of a zone change on full hours. */
function dayTeller(): (at: Date) => CivilDate {
  const days = new Map<number, CivilDate>();
  return (at) => {
    const key = Math.floor(at.getTime() / hour);
    const day = days.get(key) ?? civilDateAt(at, demoUniversity.timeZone);
    days.set(key, day);
    return day;
  };
}

/** A past case, unfolded. */
export interface PastFacts {
  readonly matter: DemoMatter;
  readonly applicant: DemoPerson;
  /** What the applicant was to the university on that day. */
  readonly affiliation: DemoAffiliation | undefined;
  readonly submittedAt: Date;
  readonly acceptedAt: Date | null;
  readonly finishedAt: Date;
  readonly status: PastCase[5];
  readonly visits: PastCase[6];
  readonly rating: PastCase[7];
  readonly isSelfService: boolean;
  /** 1: handed in at the window, or a matter that is not on the net; 2: applied for on the net. */
  readonly matterVersion: 1 | 2;
  /** null: no route was written; one clerk does it all. */
  readonly route: RouteDefinition | null;
  readonly promisedDays: number;
}

/** What such matters take where nothing is promised, in working days. */
const usualDays = 4;

export function unfold(row: PastCase, { people, dayOf, onlineSince: since }: PastWorld): PastFacts {
  const [matterIndex, applicantIndex, submitted, accepted, finished, status, visits, rating, isSelfService] = row;
  const [matter, applicant] = [demoMatters[matterIndex], people[applicantIndex]];
  if (matter === undefined || applicant === undefined) throw new RangeError('a past case of nothing or nobody');
  const submittedAt = new Date(submitted);
  const day = dayOf(submittedAt);
  const known = findDemoOnlineMatter(matter.code);
  const online = day >= since ? known : undefined;
  const isBeforeOnline = known !== undefined && online === undefined;
  const promised = matter.promisedDays ?? usualDays;
  return {
    matter,
    applicant,
    affiliation: applicant.affiliations.find(({ from, until }) => from <= day && (until === null || day <= until)),
    submittedAt,
    acceptedAt: accepted === null ? null : new Date(accepted),
    finishedAt: new Date(finished),
    status,
    visits,
    rating,
    isSelfService,
    matterVersion: online === undefined ? 1 : 2,
    route: online?.route ?? null,
    promisedDays: isBeforeOnline ? daysAtTheWindow(promised) : promised,
  };
}
