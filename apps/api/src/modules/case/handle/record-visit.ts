import type { OfficeCaseData } from '@yitang/contract';
import { decideDeliver, findActionRefusal } from '@yitang/domain/case';
import { defaultMergeMinutes } from '@yitang/domain/visit';
import { affectedRows, insertRows } from '../../../database/index.ts';
import type { Tx } from '../../../platform/command/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { staffLabel } from '../actors.ts';
import { getDirectory, type Directory } from '../directory.ts';
import { todayIn } from '../draft/draft-context.ts';
import { momentOf } from '../moment-of.ts';
import { getOfficeActor, relationTo, type OfficeActor } from '../office-actor.ts';
import { appendEvents } from '../record/append-events.ts';
import type { LoadedCase } from '../record/load-case.ts';
import { writeDecision } from '../record/write-decision.ts';
import { showOfficeCase } from '../view/get-office-case.ts';
import { requireHandledCase } from '../view/require-handled-case.ts';

export interface VisitNote {
  readonly caseId: string;
  readonly kind: 'counter' | 'office' | 'collection';
  readonly reason: string;
}

interface Recording {
  readonly note: VisitNote;
  readonly actor: OfficeActor;
  readonly directory: Directory;
}

/** Notes that the applicant came in person. Who collects the result of an approved case has it from then on. */
export async function recordVisit(call: Call, note: VisitNote): Promise<OfficeCaseData> {
  const directory = await getDirectory(call.deps, call.em);
  const actor = await getOfficeActor(call, directory);
  await call.deps.runCommand(call, { name: 'case.record-visit' }, (tx) =>
    perform(call, tx, { note, actor, directory }),
  );
  return showOfficeCase(call, { caseId: note.caseId, actor, directory });
}

async function perform(call: Call, tx: Tx, { note, actor, directory }: Recording): Promise<void> {
  const loaded = await requireHandledCase(tx.em, call.deps, { caseId: note.caseId, actor });
  const { current } = loaded;
  const relation = relationTo(actor, current);
  if (relation.isApplicant) throw problem('access.denied');
  const placeId = actor.posts[0]?.departmentId ?? actor.headOf ?? current.departmentId;
  await writeVisit(tx, { ...note, personId: current.personId, placeId, recordedBy: actor.personId });
  const label = staffLabel(actor, current, directory);
  const by = { kind: 'staff', personId: actor.personId, post: relation.heldPosts[0] ?? null } as const;
  const event = { type: 'visited', at: tx.now, by, note: noteWords(note) } as const;
  await appendEvents(tx.em, current.id, [{ event, label, countedOn: null }]);
  if (note.kind === 'collection') await deliver(call, tx, { loaded, actor, directory });
  tx.audit({
    action: 'case.record-visit',
    chain: `case:${current.id}`,
    target: { type: 'case', id: current.id },
    outcome: 'done',
    after: { kind: note.kind, reason: note.reason, placeId },
  });
}

interface Arrival extends VisitNote {
  readonly personId: string;
  readonly placeId: string;
  readonly recordedBy: string;
}

/** Arrivals of one person at one place within two hours are one visit; it counts once for each case it served. */
async function writeVisit(tx: Tx, { caseId, kind, reason, personId, placeId, recordedBy }: Arrival): Promise<void> {
  const since = new Date(tx.now.getTime() - defaultMergeMinutes * 60_000);
  const [known] = await tx.em.execute<{ id: string }[]>(
    'select id from visits where person_id = ? and place_id = ? and started_at >= ? order by started_at desc limit 1',
    [personId, placeId, since],
  );
  const id = known?.id ?? newId();
  if (known === undefined) {
    const times = { started_at: tx.now, last_seen_at: tx.now };
    await insertRows(tx.em, 'visits', [
      { id, person_id: personId, place_id: placeId, ...times, recorded_by: recordedBy },
    ]);
  } else {
    await affectedRows(tx.em, 'update visits set last_seen_at = ? where id = ?', [tx.now, id]);
  }
  const served = await affectedRows(
    tx.em,
    'update visit_cases set at = ?, reason = ? where visit_id = ? and case_id = ? and kind = ?',
    [tx.now, reason, id, caseId, kind],
  );
  if (served === 0)
    await insertRows(tx.em, 'visit_cases', [{ visit_id: id, case_id: caseId, kind, at: tx.now, reason }]);
}

/** Collection hands the result over, where the post may do that. */
async function deliver(
  call: Call,
  tx: Tx,
  { loaded, actor, directory }: { loaded: LoadedCase; actor: OfficeActor; directory: Directory },
): Promise<void> {
  const { current, facts } = loaded;
  const relation = relationTo(actor, current);
  if (findActionRefusal(facts, 'deliver', relation) !== undefined) return;
  const decision = decideDeliver(facts, { actor: relation, delivery: 'counter' }, momentOf(directory, current, tx.now));
  if (!decision.ok) return;
  const label = staffLabel(actor, current, directory);
  await writeDecision(tx, decision, { loaded, directory, today: todayIn(call.deps, tx.now), label });
}

const kinds = { counter: '窗口', office: '办公室', collection: '领取结果' } as const;
const reasons: Readonly<Record<string, string>> = {
  submit: '递交申请',
  'missing-material': '材料不齐',
  system: '系统原因',
  'office-closed': '到场时无人办公',
  'several-stamps': '多处盖章',
  collection: '领取结果',
  other: '其他',
};

const noteWords = ({ kind, reason }: VisitNote): string => `${kinds[kind]}：${reasons[reason] ?? reason}`;
