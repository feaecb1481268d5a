import type { DraftData } from '@yitang/contract';
import { copyAnswers } from '@yitang/domain/form';
import type { Tx } from '../../../platform/command/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { findVersion } from '../catalog-access.ts';
import { getDirectory, type Directory } from '../directory.ts';
import { CaseDraft } from '../draft.entity.ts';
import { formOf } from '../matter-rules.ts';
import { openAnswers, sealAnswers } from '../sealed-answers.ts';
import { loadDraftContext, requireOwnDraft } from './draft-context.ts';
import { findLast, isBlank } from './find-copy.ts';
import { showDraft } from './get-draft.ts';
import { draftExpiry } from './open-draft.ts';

/**
 * Fills an empty draft with what was answered the last time. Pages still wait to be looked at one by one.
 * @throws ProblemError `record.not-found` where there is nothing to copy, or something is filled in already
 */
export async function copyLast(call: Call, draftId: string): Promise<DraftData> {
  const directory = await getDirectory(call.deps);
  await call.deps.runCommand(call, { name: 'draft.copy' }, (tx) => copy(call, tx, { draftId, directory }));
  return showDraft(call, { draft: await requireOwnDraft(call.em, call, draftId), directory });
}

async function copy(
  call: Call,
  tx: Tx,
  { draftId, directory }: { draftId: string; directory: Directory },
): Promise<void> {
  const { crypto } = call.deps;
  const asker = { principal: tx.principal, deps: call.deps, now: tx.now };
  const draft = await requireOwnDraft(tx.em, asker, draftId);
  const context = await loadDraftContext(tx.em, asker, { draft, directory });
  const isEmpty = isBlank(context) && typeof draft.copiedFrom !== 'string';
  const last = isEmpty ? await findLast(tx.em, context) : undefined;
  if (last === undefined) throw problem('record.not-found');
  const before = formOf(await findVersion(tx.em, last.matter_version_id));
  const after = formOf(context.matter);
  const copied = copyAnswers({ before, after, answers: openAnswers(crypto, last.answers) }, context);
  const answers = { ...copied, ...context.answers };
  await tx.em.nativeUpdate(
    CaseDraft,
    { id: draft.id },
    {
      answers: sealAnswers(crypto, answers),
      copiedFrom: last.id,
      version: draft.version + 1,
      updatedAt: tx.now,
      expiresAt: draftExpiry(call.deps, tx.now),
    },
  );
  tx.audit({
    action: 'draft.copy',
    chain: `draft:${draft.id}`,
    target: { type: 'draft', id: draft.id },
    outcome: 'done',
    after: { from: last.number, fields: Object.keys(answers) },
  });
}
