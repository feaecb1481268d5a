import type { JobRun } from '../../../platform/jobs/index.ts';
import { removeMaterials } from '../../material/index.ts';

const batchSize = 100;

/** Drafts are kept for 30 days after the last change; those that became cases are not needed any more. */
export async function purgeDrafts({ deps, em, caller }: JobRun): Promise<void> {
  for (;;) {
    const rows = await em.execute<{ id: string }[]>(
      `select d.id from case_drafts d left join cases c on c.id = d.id
        where d.expires_at <= ? or c.id is not null limit ${batchSize}`,
      [deps.clock.now()],
    );
    if (rows.length === 0) return;
    await deps.runCommand({ principal: caller.principal }, { name: 'draft.purge' }, async (tx) => {
      const ids = rows.map(({ id }) => id);
      await tx.em.execute(`delete from case_drafts where id in (${ids.map(() => '?').join(', ')})`, ids, 'run');
      let files = 0;
      for (const id of ids) files += await removeMaterials(tx, 'draft', id);
      tx.audit({
        action: 'draft.purge',
        chain: 'draft:purge',
        target: { type: 'draft', id: 'expired' },
        outcome: 'done',
        after: { drafts: ids.length, files },
      });
    });
    if (rows.length < batchSize) return;
  }
}
