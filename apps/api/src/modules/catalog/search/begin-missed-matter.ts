import type { catalogEndpoints, Input } from '@yitang/contract';
import type { Tx } from '../../../platform/command/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { insertAddition, requireDepartment } from '../draft/create-draft.ts';
import { findOpenDrafts } from './list-search-misses.ts';
import { SearchMiss } from './search.entity.ts';

type Wanted = Input<typeof catalogEndpoints.beginMissedMatter>['body'];
interface Begun {
  readonly id: string;
  readonly code: string;
}

/**
 * A draft of the matter that people searched for in vain, with their words among its keywords. Who asks for a second one
 * is led to the first.
 * @throws `record.not-found` for what nobody searched for, `request.invalid`, `record.changed`
 */
export function beginMissedMatter(call: Call, { query, name, departmentId }: Wanted): Promise<Begun> {
  requireDepartment(call, departmentId);
  return call.deps.runCommand(call, { name: 'catalog.begin-missed-matter' }, async (tx) => {
    const miss = await tx.em.findOne(SearchMiss, { query }, { disableIdentityMap: true });
    if (miss === null) throw problem('record.not-found');
    const [open] = await findOpenDrafts(tx.em, [miss]);
    if (open !== undefined) return openAgain(tx, { id: open[0], code: open[1] });
    const begun = await insertAddition(call, tx, { name, departmentId, keywords: [query] });
    const before = { query, draftId: miss.draftId ?? null };
    if ((await tx.em.nativeUpdate(SearchMiss, before, { draftId: begun.id })) !== 1) throw problem('record.changed');
    return begun;
  });
}

function openAgain(tx: Tx, draft: Begun): Begun {
  const { id, code } = draft;
  const target = { type: 'matter-draft', id };
  tx.audit({ action: 'catalog.open-draft', chain: `draft:${id}`, target, outcome: 'done', after: { code } });
  return draft;
}
