import type { ArrivalNoticeData, Issue } from '@yitang/contract';
import { civilDateAt, instantAt } from '@yitang/domain/calendar';
import { formatCaseNumber } from '@yitang/domain/numbering';
import { arrivalTimeRefusals } from '@yitang/domain/visit';
import type { Tx } from '../../../platform/command/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import type { PublishedMatter } from '../../catalog/index.ts';
import { findPeopleByNumber } from '../../identity/index.ts';
import { presentIssue } from '../case-problem.ts';
import { catalogOf } from '../catalog-access.ts';
import { getDirectory } from '../directory.ts';
import { getOfficeActor } from '../office-actor.ts';
import { markTrips } from './mark-trips.ts';
import { placeOf, type ReceivingPlace } from './place-of.ts';
import { recordArrival } from './record-arrival.ts';
import { tripRuleOf } from './trip-rule.ts';

export interface ArrivalNote {
  readonly personNumber?: string | undefined;
  /** Code or full name. */
  readonly matter: string;
  readonly outcome: ArrivalNoticeData['outcome'];
  readonly on?: string | undefined;
  readonly time?: string | undefined;
}

const noticePrefix = 'DC';

/**
 * 受理前到场: somebody asked, was turned away or found the office closed. The notice number is theirs to bring along; with a
 * 学工号 the arrival is counted by itself for a case of that matter which they submit within the days of the setting.
 * @throws ProblemError `request.invalid` with every issue, `access.denied` for who receives people nowhere
 */
export async function noteArrival(call: Call, note: ArrivalNote): Promise<ArrivalNoticeData> {
  const directory = await getDirectory(call.deps);
  const actor = await getOfficeActor(call, directory);
  const place = placeOf(call, actor);
  if (place === null) throw problem('access.denied');
  const { matter, personId, at } = await checkNote(call, note);
  const date = civilDateAt(call.now, call.deps.config.timeZone);
  const serial = await call.deps.numbers.next(`arrival:${date.replaceAll('-', '')}`);
  const noticeNumber = formatCaseNumber({ prefix: noticePrefix, date, serial });
  const noted = { note, matter, personId, at, place, noticeNumber, recordedBy: actor.personId };
  return call.deps.runCommand(call, { name: 'arrival.note' }, (tx) => perform(call, tx, noted));
}

interface Checked {
  readonly matter: PublishedMatter;
  readonly personId: string | null;
  readonly at: Date;
}

async function checkNote(call: Call, { personNumber, matter: wanted, on, time }: ArrivalNote): Promise<Checked> {
  const { now, deps, principal } = call;
  const issues: Issue[] = [];
  const say = (field: string, code: string, message: string) => issues.push({ field: `body.${field}`, code, message });
  const catalog = catalogOf(deps);
  const matter = catalog.find(wanted) ?? catalog.matters.find(({ name }) => name === wanted);
  if (matter === undefined)
    say('matter', 'arrival.unknown-matter', '目录中没有这个事项，请从列表中选择名称，或填写事项编码。');
  const personId =
    personNumber === undefined ? null : (await findPeopleByNumber(call.em, [personNumber])).get(personNumber.trim());
  if (personId === undefined)
    say('personNumber', 'arrival.unknown-person', '没有查到这个学工号，请核对；没有学工号的人请留空。');
  if ((on === undefined) !== (time === undefined))
    say(on === undefined ? 'on' : 'time', 'arrival.half-time', '补记时日期和时间要一起填写；刚刚到场的都留空。');
  const at = on === undefined || time === undefined ? now : instantAt(on, minutesOf(time), deps.config.timeZone);
  for (const refusal of arrivalTimeRefusals(at, now))
    issues.push(presentIssue(refusal, { locale: principal.locale, fieldOf: () => 'body.on' }));
  if (issues.length > 0 || matter === undefined || personId === undefined) throw problem('request.invalid', { issues });
  return { matter, personId, at };
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

interface Noted extends Checked {
  readonly note: ArrivalNote;
  readonly place: ReceivingPlace;
  readonly noticeNumber: string;
  readonly recordedBy: string;
}

async function perform(call: Call, tx: Tx, noted: Noted): Promise<ArrivalNoticeData> {
  const { note, matter, personId, at, place, noticeNumber, recordedBy } = noted;
  const rule = tripRuleOf(call.deps.config);
  await recordArrival(
    tx,
    {
      ...{ personId, placeId: place.id, kind: place.kind, at, noticeNumber, recordedBy },
      reason: note.outcome,
      caseIds: [],
      matterId: matter.id,
      source: 'notice',
    },
    rule,
  );
  if (personId !== null) await markLaterCases(tx, { personId, matterId: matter.id, at }, rule.linkDays);
  const [row] = await tx.em.execute<{ id: string }[]>('select id from arrivals where notice_number = ?', [
    noticeNumber,
  ]);
  const id = row?.id ?? '';
  tx.audit({
    action: 'arrival.note',
    chain: `arrivals:${place.id}`,
    target: { type: 'arrival', id },
    outcome: 'done',
    after: { noticeNumber, matter: matter.code, outcome: note.outcome, at: at.toISOString() },
  });
  return {
    ...{ id, noticeNumber },
    at: at.toISOString(),
    matter: { code: matter.code, name: matter.name },
    outcome: note.outcome,
    hasPerson: personId !== null,
    caseNumber: null,
  };
}

/** Noted afterwards: a case that was submitted meanwhile is looked at again and finds it. */
async function markLaterCases(
  tx: Tx,
  of: { readonly personId: string; readonly matterId: string; readonly at: Date },
  linkDays: number,
): Promise<void> {
  const until = new Date(of.at.getTime() + linkDays * 86_400_000);
  const rows = await tx.em.execute<{ id: string }[]>(
    `select id from cases where person_id = ? and matter_id = ? and submitted_at between ? and ?
      order by submitted_at, id`,
    [of.personId, of.matterId, of.at, until],
  );
  await markTrips(
    tx.em,
    rows.map(({ id }) => id),
  );
}
