import type { OfficeCaseData } from '@yitang/contract';
import { decideDeliver, findActionRefusal } from '@yitang/domain/case';
import type { VisitReason } from '@yitang/domain/vocabulary';
import type { Tx } from '../../../platform/command/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
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
import { placeOf } from '../visit/place-of.ts';
import { recordArrival } from '../visit/record-arrival.ts';
import { tripRuleOf } from '../visit/trip-rule.ts';
import { kindWords, reasonWords } from '../visit/visit-words.ts';
import { requireHandledCase } from '../view/require-handled-case.ts';

export interface VisitNote {
  readonly caseId: string;
  readonly kind: 'counter' | 'office' | 'collection';
  readonly reason: VisitReason;
}

interface Recording {
  readonly note: VisitNote;
  readonly actor: OfficeActor;
  readonly directory: Directory;
}

/** Notes that the applicant came in person. Who collects the result of an approved case has it from then on. */
export async function recordVisit(call: Call, note: VisitNote): Promise<OfficeCaseData> {
  const directory = await getDirectory(call.deps);
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
  const placeId = placeOf(call, actor)?.id ?? current.departmentId;
  const { kind, reason } = note;
  const by = { source: 'staff', recordedBy: actor.personId } as const;
  const of = { personId: current.personId, matterId: current.matterId, caseIds: [current.id] };
  await recordArrival(tx, { ...of, ...by, placeId, at: tx.now, kind, reason }, tripRuleOf(call.deps.config));
  const label = staffLabel(actor, current, directory);
  const clerk = { kind: 'staff', personId: actor.personId, post: relation.heldPosts[0] ?? null } as const;
  const event = { type: 'visited', at: tx.now, by: clerk, note: noteWords(note) } as const;
  await appendEvents(tx.em, current.id, [{ event, label, counted: null }]);
  if (note.kind === 'collection') await deliver(call, tx, { loaded, actor, directory });
  tx.audit({
    action: 'case.record-visit',
    chain: `case:${current.id}`,
    target: { type: 'case', id: current.id },
    outcome: 'done',
    after: { kind: note.kind, reason: note.reason, placeId },
  });
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

/** 领取结果 is where somebody came and why at once. */
const noteWords = ({ kind, reason }: VisitNote): string =>
  [...new Set([kindWords[kind], reasonWords[reason]])].join('：');
