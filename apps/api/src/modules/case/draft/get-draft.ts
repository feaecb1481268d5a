import type { DraftData } from '@yitang/contract';
import type { Call } from '../../../platform/endpoint/index.ts';
import { getDirectory, type Directory } from '../directory.ts';
import type { CaseDraft } from '../draft.entity.ts';
import { findCopy } from './find-copy.ts';
import { loadDraftContext, requireOwnDraft, type DraftContext } from './draft-context.ts';
import { presentDraft } from './draft.presenter.ts';

export async function getDraft(call: Call, draftId: string, page?: string): Promise<DraftData> {
  const directory = await getDirectory(call.deps);
  const draft = await requireOwnDraft(call.em, call, draftId);
  return showDraft(call, { draft, directory, page });
}

/** The draft as its owner sees it now; outside of a command. */
export async function showDraft(
  call: Call,
  { draft, directory, page }: { draft: CaseDraft; directory: Directory; page?: string | undefined },
): Promise<DraftData> {
  const context = await loadDraftContext(call.em, call, { draft, directory });
  return presentDraft(context, {
    copy: await findCopy(call.em, context),
    page,
    locale: call.principal.locale,
    departmentName: departmentNameOf(context, directory),
  });
}

export function departmentNameOf({ matter }: Pick<DraftContext, 'matter'>, directory: Directory): string {
  return directory.findDepartment(matter.departmentId)?.name ?? '';
}
