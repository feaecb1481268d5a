import { civilDateAt } from '@yitang/domain/calendar';
import type { Tx } from '../../../platform/command/index.ts';
import type { Deps } from '../../../platform/endpoint/index.ts';
import type { Batch } from '../batch.entity.ts';
import { findReformOfficersKey } from '../power/heads.ts';

/** Part of the command that holds a batch: nobody is at their desk when a schedule fails, so those who can mend it are told. */
export async function tellReformOfficers(deps: Pick<Deps, 'services' | 'config'>, tx: Tx, batch: Batch): Promise<void> {
  const on = civilDateAt(tx.now, deps.config.timeZone);
  const officers = await deps.services.find(findReformOfficersKey)?.(tx.em, on);
  for (const personId of officers ?? []) {
    const payload = { personId, kind: 'batch-held', path: `/console/batches/${batch.id}`, matterName: batch.title };
    tx.enqueue({ kind: 'notice.send', payload });
  }
}
