import type { InboxRowData } from '@yitang/contract';
import type { OpenExtension } from '@yitang/domain/case';
import type { CaseStatus, LocalText } from '@yitang/domain/vocabulary';
import { instantOf, prepareOnServer, selectRows, type Em } from '../../../database/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import type { InboxView } from '../case.entity.ts';
import { findPinnedMatters } from '../catalog-access.ts';
import { getDirectory, type Directory } from '../directory.ts';
import { getOfficeActor, inboxesOf, type OfficeActor } from '../office-actor.ts';
import { overdueCondition } from '../team/count-load.ts';
import { findTeam, inboxesOfMember } from '../team/find-team.ts';
import { lateBefore } from '../team/get-team.ts';
import { todayOf } from '../team/team-access.ts';
import { caseLight, officeDue } from './case-light.ts';

export interface InboxQuery {
  readonly view: InboxView | 'extension';
  /** Code of a matter. */
  readonly matter?: string | undefined;
  /** A person of the head's own department, or nobody: only the inboxes that are theirs. */
  readonly holder?: string | undefined;
  readonly late?: 'yes' | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

interface Row {
  id: string;
  number: string;
  matter_id: string;
  matter_name: string;
  matter_version_id: string;
  applicant_name: string;
  applicant_department: string | null;
  status: CaseStatus;
  stage_index: number;
  submitted_at: unknown;
  due_on: string | null;
  act_by: string | null;
  waits_for_year: number | null;
  acceptance_days: number;
  promised_days: number;
  extension_days: number;
  open_extension: string | OpenExtension | null;
  inbox_order: string;
}

export interface Inbox {
  items: InboxRowData[];
  next?: string;
  counts: { open: number; correcting: number; extension: number | null };
}

/** A view shows no more than this many as its count; the rest is "99+". */
const countedAtMost = 100;

/**
 * Cases that the posts of the caller hold, by due date; finished ones by when they ended. Each inbox is read along its
 * index for one page only, so that a post with a hundred thousand cases costs what an empty one does.
 */
export async function listInbox(call: Call, query: InboxQuery): Promise<Inbox> {
  const { em, deps, now } = call;
  const directory = await getDirectory(deps);
  const actor = await getOfficeActor(call, directory);
  const inboxes = await wantedInboxes(call, { actor, directory, holder: query.holder });
  // A list of names is a look at personal data as well (R-AUD-2).
  await deps.audit.read(call, { action: 'case.list', target: { type: 'inbox', id: query.view } });
  if (inboxes.length === 0) return { items: [], counts: { open: 0, correcting: 0, extension: null } };
  const today = todayOf(call);
  const lateDay = query.late === 'yes' ? lateBefore(directory, now, today) : undefined;
  const shelves = query.view === 'extension' ? [actor.headOf ?? ''] : inboxes;
  const found = await readPage(em, shelves, { ...query, lateDay });
  const page = found.slice(0, query.limit);
  const last = page.at(-1);
  const moment = { now, office: directory.office() };
  const stageOf = await stageNames(call, page);
  return {
    items: page.map((row) => presentRow(row, stageOf(row), moment)),
    ...(found.length > query.limit && last && { next: `${last.inbox_order}|${last.id}` }),
    counts: await countViews(em, inboxes, actor.headOf),
  };
}

/** Never more than what is the caller's own. */
async function wantedInboxes(
  call: Call,
  { actor, directory, holder }: { actor: OfficeActor; directory: Directory; holder: string | undefined },
): Promise<readonly string[]> {
  const own = inboxesOf(actor);
  if (holder === undefined || actor.headOf === null) return own;
  const team = await findTeam(call.em, { departmentId: actor.headOf, directory, on: todayOf(call) });
  const theirs = new Set(inboxesOfMember(team, actor.headOf, holder === 'none' ? null : holder));
  return own.filter((inbox) => theirs.has(inbox));
}

const columns = `id, number, matter_id, matter_name, matter_version_id, applicant_name, applicant_department, status,
  stage_index, submitted_at, due_on, act_by, waits_for_year, acceptance_days, promised_days, extension_days,
  open_extension, inbox_order`;

/** One statement: a page of each inbox (or of what the head of a department is asked for), together sorted and cut. */
async function readPage(
  em: Em,
  inboxes: readonly string[],
  query: InboxQuery & { readonly lateDay: string | undefined },
): Promise<Row[]> {
  const { view, matter, lateDay, limit } = query;
  const isNewestFirst = view === 'finished';
  const from = parseCursor(query.after);
  const beyond = isNewestFirst ? '<' : '>';
  const order = isNewestFirst ? 'inbox_order desc, id desc' : 'inbox_order, id';
  const isAsked = view === 'extension';
  const conditions = [
    isAsked ? 'extension_asked_of = ?' : 'inbox_post = ? and inbox_view = ?',
    ...(matter === undefined ? [] : ['matter_code = ?']),
    ...(lateDay === undefined ? [] : [overdueCondition]),
    ...(from === undefined ? [] : [`inbox_order ${beyond}= ? and (inbox_order ${beyond} ? or id ${beyond} ?)`]),
  ].join(' and ');
  const one = `select ${columns} from cases where ${conditions} order by ${order} limit ${limit + 1}`;
  const parameters = inboxes.flatMap((inbox) => [
    inbox,
    ...(isAsked ? [] : [view]),
    ...(matter === undefined ? [] : [matter]),
    ...(lateDay === undefined ? [] : [lateDay]),
    ...(from === undefined ? [] : [from.order, from.order, from.id]),
  ]);
  if (inboxes.length === 1) return selectRows<Row>(em, one, parameters);
  const all = inboxes.map(() => `select * from (${one}) as page`).join(' union all ');
  return selectRows<Row>(em, `select * from (${all}) as pages order by ${order} limit ${limit + 1}`, parameters);
}

function parseCursor(after: string | undefined): { order: string; id: string } | undefined {
  if (after === undefined) return undefined;
  const parts = /^([0-9TZ:. -]{10,30})\|([0-9a-f-]{36})$/.exec(after);
  if (parts === null) throw problem('request.invalid');
  return { order: parts[1] ?? '', id: parts[2] ?? '' };
}

/**
 * Bounded, along the index: a view with very many cases costs no more than one with a hundred. What the head of a department
 * is asked for is null for whoever is none.
 */
async function countViews(em: Em, inboxes: readonly string[], headOf: string | null): Promise<Inbox['counts']> {
  const inView = `inbox_post in (${inboxes.map(() => '?').join(', ')}) and inbox_view = ?`;
  const views = [
    { view: 'open', condition: inView, parameters: [...inboxes, 'open'] },
    { view: 'correcting', condition: inView, parameters: [...inboxes, 'correcting'] },
    ...(headOf === null ? [] : [{ view: 'extension', condition: 'extension_asked_of = ?', parameters: [headOf] }]),
  ];
  const rowsOf = ({ view, condition }: (typeof views)[number]): string =>
    `select * from (select '${view}' as counted from cases where ${condition} limit ${countedAtMost}) as ${view}_cases`;
  const sql = views.map(rowsOf).join(' union all ');
  const rows = await selectRows<{ counted: string }>(
    em,
    inboxes.length === 1 ? prepareOnServer(sql) : sql,
    views.flatMap(({ parameters }) => parameters),
  );
  const count = (view: string): number => rows.filter(({ counted }) => counted === view).length;
  return {
    open: count('open'),
    correcting: count('correcting'),
    extension: headOf === null ? null : count('extension'),
  };
}

/** As the version that the case keeps calls it. */
async function stageNames({ em, deps }: Call, rows: readonly Row[]): Promise<(row: Row) => LocalText | null> {
  const pinned = rows.map((row) => ({ matterId: row.matter_id, matterVersionId: row.matter_version_id }));
  const matters = await findPinnedMatters(em, deps, pinned);
  return (row) => matters.get(row.matter_version_id)?.route?.definition.stages[Number(row.stage_index)]?.name ?? null;
}

function presentRow(row: Row, stage: LocalText | null, moment: Parameters<typeof caseLight>[1]): InboxRowData {
  const timed = {
    status: row.status,
    dueOn: row.due_on,
    actBy: row.act_by,
    waitsForYear: row.waits_for_year,
    acceptanceDays: Number(row.acceptance_days),
    promisedDays: Number(row.promised_days),
    extensionDays: Number(row.extension_days),
  };
  return {
    id: row.id,
    number: row.number,
    matterName: row.matter_name,
    applicantName: row.applicant_name,
    applicantDepartment: row.applicant_department,
    status: row.status,
    stage,
    submittedAt: instantOf(row.submitted_at).toISOString(),
    dueDate: officeDue(timed),
    light: caseLight(timed, moment),
    extendedDays: timed.extensionDays,
    askedDays: askedDays(row),
  };
}

/** A raw row holds JSON as a text, or read already, as the engine likes. */
function askedDays({ open_extension: open }: Row): number | null {
  const asked = typeof open === 'string' ? (JSON.parse(open) as OpenExtension | null) : open;
  return asked?.days ?? null;
}
