import type { BreachData } from '@yitang/contract';
import type { Call } from '../../../platform/endpoint/index.ts';
import { requireDraft } from '../draft/find-draft.ts';
import { countBreaches, presentBreach } from './breach.presenter.ts';
import { checkDraft } from './check-drafts.ts';

/** What a draft breaks as it stands. */
export async function listDraftBreaches(
  call: Call,
  id: string,
): Promise<{ items: BreachData[]; total: { blocks: number; warns: number } }> {
  const breaches = await checkDraft(call, await requireDraft(call, call.em, id));
  return { items: breaches.map(presentBreach), total: countBreaches(breaches) };
}
