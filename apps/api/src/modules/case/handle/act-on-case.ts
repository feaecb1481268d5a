import type { OfficeCaseData } from '@yitang/contract';
import type { CaseCommand, CaseDecision } from '@yitang/domain/case';
import type { Moment } from '@yitang/domain/calendar';
import type { Refused } from '@yitang/domain/vocabulary';
import type { Tx } from '../../../platform/command/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { staffLabel } from '../actors.ts';
import { refusalProblem } from '../case-problem.ts';
import { getDirectory, type Directory } from '../directory.ts';
import { todayIn } from '../draft/draft-context.ts';
import { momentOf } from '../moment-of.ts';
import { getOfficeActor, relationTo, type OfficeActor } from '../office-actor.ts';
import type { EventRow } from '../record/event-chain.ts';
import type { LoadedCase } from '../record/load-case.ts';
import { writeDecision, type AlsoColumns } from '../record/write-decision.ts';
import { requireHandledCase } from '../view/require-handled-case.ts';
import { showOfficeCase } from '../view/get-office-case.ts';

/** One act of a post on a case: what the rules are asked, and what follows beside the decision. */
export interface Act {
  readonly action: string;
  readonly caseId: string;
  /** That was looked at: of two at once one wins, the other is told (R-TX-2, INBX-5). */
  readonly version: number;
  readonly decide: (loaded: LoadedCase, command: CaseCommand, moment: Moment) => CaseDecision | Refused;
  readonly also?: (tx: Tx, done: Done) => Promise<void> | void;
  readonly columns?: (of: { loaded: LoadedCase; moment: Moment }) => AlsoColumns;
}

export interface Done {
  readonly loaded: LoadedCase;
  readonly decision: CaseDecision;
  readonly actor: OfficeActor;
  readonly moment: Moment;
}

/**
 * Loads, asks the rules, writes; answers with the case as it is afterwards.
 * @throws ProblemError `record.not-found` for a case of other posts, `record.changed` for who came second, and whatever
 * the rules refuse
 */
export async function actOnCase(call: Call, act: Act): Promise<OfficeCaseData> {
  const directory = await getDirectory(call.deps);
  const actor = await getOfficeActor(call, directory);
  await call.deps.runCommand(call, { name: act.action }, (tx) => perform(call, tx, { act, actor, directory }));
  return showOfficeCase(call, { caseId: act.caseId, actor, directory });
}

interface Performance {
  readonly act: Act;
  readonly actor: OfficeActor;
  readonly directory: Directory;
}

async function perform(call: Call, tx: Tx, { act, actor, directory }: Performance): Promise<void> {
  const loaded = await requireHandledCase(tx.em, call.deps, { caseId: act.caseId, actor });
  const { current } = loaded;
  const moment = momentOf(directory, current, tx.now);
  const command = { actor: relationTo(actor, current), expectedVersion: act.version };
  const decision = act.decide(loaded, command, moment);
  if (!decision.ok) {
    const fieldOf = ({ field }: { field?: string | undefined }) => (field === undefined ? '' : `body.${field}`);
    throw refusalProblem(decision.refusals, { locale: call.principal.locale, fieldOf, otherwise: 'request.invalid' });
  }
  const label = staffLabel(actor, current, directory);
  const context = {
    loaded,
    directory,
    today: todayIn(call.deps, tx.now),
    label,
    also: act.columns?.({ loaded, moment }),
  };
  const rows = await writeDecision(tx, decision, context);
  await act.also?.(tx, { loaded, decision, actor, moment });
  auditAct(tx, act.action, { loaded, decision, rows });
}

interface Changed {
  readonly loaded: LoadedCase;
  readonly decision: CaseDecision;
  readonly rows: readonly EventRow[];
}

/** The one entry of an act; it names the last link of the case's own chain, so that the two chains hold each other. */
export function auditAct(tx: Tx, action: string, { loaded: { current }, decision, rows }: Changed): void {
  tx.audit({
    action,
    chain: `case:${current.id}`,
    target: { type: 'case', id: current.id },
    outcome: 'done',
    before: { status: current.status, stage: current.stageIndex, version: current.version },
    after: {
      status: decision.status,
      stage: decision.stageIndex,
      version: current.version + 1,
      event: rows.at(-1)?.hash,
    },
  });
}
