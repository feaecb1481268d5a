import { affectedRows } from '../../database/index.ts';
import type { Call } from '../../platform/endpoint/index.ts';
import { problem } from '../../platform/problem/index.ts';
import { requirePersonId } from './list-notices.ts';

/** Marks one own notice as read; reading it twice changes nothing. */
export async function readNotice(call: Call, id: string): Promise<void> {
  const personId = requirePersonId(call);
  await call.deps.runCommand(call, { name: 'notice.read' }, async (tx) => {
    const [found] = await tx.em.execute<unknown[]>('select id from notices where id = ? and person_id = ?', [
      id,
      personId,
    ]);
    if (found === undefined) throw problem('record.not-found');
    await affectedRows(tx.em, 'update notices set read_at = ? where id = ? and read_at is null', [tx.now, id]);
    tx.audit({ action: 'notice.read', chain: `notices:${personId}`, target: { type: 'notice', id }, outcome: 'done' });
  });
}

export async function readAllNotices(call: Call): Promise<void> {
  const personId = requirePersonId(call);
  await call.deps.runCommand(call, { name: 'notice.read-all' }, async (tx) => {
    const count = await affectedRows(tx.em, 'update notices set read_at = ? where person_id = ? and read_at is null', [
      tx.now,
      personId,
    ]);
    tx.audit({
      action: 'notice.read-all',
      chain: `notices:${personId}`,
      target: { type: 'person', id: personId },
      outcome: 'done',
      after: { count },
    });
  });
}
