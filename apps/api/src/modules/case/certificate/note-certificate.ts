import { decideDeliver } from '@yitang/domain/case';
import type { Tx } from '../../../platform/command/index.ts';
import type { Deps } from '../../../platform/endpoint/index.ts';
import { activeRole } from '../../../platform/principal/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import type { CertificateNote } from '../../material/index.ts';
import { systemActor, systemLabel } from '../actors.ts';
import { getDirectoryInside } from '../directory.ts';
import { todayIn } from '../draft/draft-context.ts';
import { momentOf } from '../moment-of.ts';
import { appendEvents } from '../record/append-events.ts';
import { findCase } from '../record/load-case.ts';
import { writeDecision } from '../record/write-decision.ts';

/** What became of the certificate, in the story of its case. What was issued on the net is delivered by that. */
export async function noteCertificate(deps: Deps, tx: Tx, { caseId, outcome, number }: CertificateNote): Promise<void> {
  const loaded = await findCase(tx.em, deps, caseId);
  if (loaded === undefined) throw problem('record.not-found');
  const isPerson = tx.principal.personId !== undefined && activeRole(tx.principal) !== 'applicant';
  const by = isPerson
    ? ({ kind: 'staff', personId: tx.principal.personId ?? null, post: null } as const)
    : ({ kind: 'system', personId: null, post: null } as const);
  const label = isPerson ? (tx.principal.displayName ?? '') : systemLabel;
  const event = { type: `certificate-${outcome}`, at: tx.now, by, note: number } as const;
  await appendEvents(tx.em, caseId, [{ event, label, counted: null }]);
  if (outcome !== 'issued') return;
  const directory = await getDirectoryInside(deps, tx.em);
  const moment = momentOf(directory, loaded.current, tx.now);
  const decision = decideDeliver(loaded.facts, { actor: systemActor, delivery: 'electronic' }, moment);
  // Already handed over: a second copy changes nothing.
  if (!decision.ok) return;
  await writeDecision(tx, decision, { loaded, directory, today: todayIn(deps, tx.now), label: systemLabel });
}
