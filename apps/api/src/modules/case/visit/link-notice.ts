import type { OfficeCaseData } from '@yitang/contract';
import { normaliseNumber } from '@yitang/domain/numbering';
import { linkRefusals } from '@yitang/domain/visit';
import type { VisitKind, VisitReason } from '@yitang/domain/vocabulary';
import { affectedRows, instantOf } from '../../../database/index.ts';
import type { Tx } from '../../../platform/command/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { staffLabel } from '../actors.ts';
import { presentIssue } from '../case-problem.ts';
import { getDirectory, type Directory } from '../directory.ts';
import { getOfficeActor, relationTo, type OfficeActor } from '../office-actor.ts';
import { appendEvents } from '../record/append-events.ts';
import { showOfficeCase } from '../view/get-office-case.ts';
import { requireHandledCase } from '../view/require-handled-case.ts';
import { linkArrival } from './link-arrivals.ts';
import { markTrips } from './mark-trips.ts';
import { reasonWords } from './visit-words.ts';

export interface NoticeLink {
  readonly caseId: string;
  readonly noticeNumber: string;
}

/**
 * Counts an arrival from before the case for it, by the number that the person took away. Said twice it is counted once.
 * @throws ProblemError `request.invalid` for a notice that there is not, of somebody else, or of another case
 */
export async function linkNotice(call: Call, link: NoticeLink): Promise<OfficeCaseData> {
  const directory = await getDirectory(call.deps);
  const actor = await getOfficeActor(call, directory);
  await call.deps.runCommand(call, { name: 'arrival.link' }, (tx) => perform(call, tx, { link, actor, directory }));
  return showOfficeCase(call, { caseId: link.caseId, actor, directory });
}

interface Linking {
  readonly link: NoticeLink;
  readonly actor: OfficeActor;
  readonly directory: Directory;
}

async function perform(call: Call, tx: Tx, { link, actor, directory }: Linking): Promise<void> {
  const { current } = await requireHandledCase(tx.em, call.deps, { caseId: link.caseId, actor });
  const relation = relationTo(actor, current);
  if (relation.isApplicant) throw problem('access.denied');
  const arrival = await findNotice(tx, normaliseNumber(link.noticeNumber));
  if (arrival === undefined) throw unknownNotice();
  const refusals = linkRefusals(arrival, current);
  const fieldOf = () => 'body.noticeNumber';
  if (refusals.length > 0)
    throw problem('request.invalid', {
      issues: refusals.map((refusal) => presentIssue(refusal, { locale: call.principal.locale, fieldOf })),
    });
  if (await linkArrival(tx.em, arrival, current.id)) {
    // Whoever was known by the notice alone is the applicant from now on.
    await affectedRows(tx.em, 'update arrivals set person_id = ? where id = ?', [current.personId, arrival.id]);
    await affectedRows(tx.em, 'update visits set person_id = ? where id = ?', [current.personId, arrival.visit_id]);
    await markTrips(tx.em, [current.id]);
    const clerk = { kind: 'staff', personId: actor.personId, post: relation.heldPosts[0] ?? null } as const;
    const note = `受理前到场：${arrival.reason === null ? '' : reasonWords[arrival.reason]}（回执 ${arrival.noticeNumber}）`;
    const event = { type: 'visited', at: tx.now, by: clerk, note } as const;
    await appendEvents(tx.em, current.id, [{ event, label: staffLabel(actor, current, directory), counted: null }]);
  }
  tx.audit({
    action: 'arrival.link',
    chain: `case:${current.id}`,
    target: { type: 'case', id: current.id },
    outcome: 'done',
    after: { noticeNumber: arrival.noticeNumber },
  });
}

interface Row {
  id: string;
  visit_id: string;
  notice_number: string;
  person_id: string | null;
  matter_id: string | null;
  case_id: string | null;
  kind: VisitKind;
  reason: VisitReason | null;
  at: unknown;
}

async function findNotice({ em }: Tx, noticeNumber: string) {
  const [row] = await em.execute<Row[]>(
    `select id, visit_id, notice_number, person_id, matter_id, case_id, kind, reason, at
       from arrivals where notice_number = ?`,
    [noticeNumber],
  );
  return (
    row && {
      ...row,
      noticeNumber: row.notice_number,
      personId: row.person_id,
      matterId: row.matter_id,
      caseId: row.case_id,
      at: instantOf(row.at),
    }
  );
}

const unknownNotice = () =>
  problem('request.invalid', {
    issues: [
      {
        field: 'body.noticeNumber',
        code: 'arrival.unknown-notice',
        message: '没有这个编号的到场回执，请核对每一位，例如 DC20261128000007X。',
      },
    ],
  });
