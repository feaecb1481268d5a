import { adminEndpoints } from '@yitang/contract';
import { affectedRows, type Em } from '../../database/index.ts';
import { anchorKey, writeAnchor } from '../audit/index.ts';
import { routes, type ApiModule, type Call, type Deps } from '../endpoint/index.ts';
import { listDeadLetters, removeDoneJobs, reopenDeadLetter } from '../jobs/index.ts';
import { problem } from '../problem/index.ts';

const day = 24 * 3_600_000;
const commandKeysKept = 30 * day;
const doneJobsKept = 7 * day;

/** What the platform does by itself: the daily anchor, sweeping, and the dead letters that an administrator sees. */
export const housekeepingModule: ApiModule = {
  name: 'housekeeping',
  routes: routes(adminEndpoints, {
    listDeadLetters: async ({ query }, call) => {
      const rows = await listDeadLetters(call.em, { after: query.after, limit: query.limit + 1 });
      const items = rows.slice(0, query.limit).map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
      return { items, next: rows.length > query.limit ? items.at(-1)?.id : undefined };
    },
    retryDeadLetter: ({ params }, call) => retryDeadLetter(call, params.id),
  }),
  registerCron: (jobs) => {
    jobs.schedule('audit.anchor', '10 0 * * *', (run) => anchorAudit(run.deps));
    jobs.schedule('files.sweep', '40 3 * * *', async ({ deps }) => {
      const swept = await deps.blobs.sweep();
      deps.log.info({ swept }, 'files that nothing refers to were removed');
    });
    jobs.schedule('tables.sweep', '20 * * * *', (run) => sweepTables(run.deps));
  },
};

/** Signs the heads of all chains and says so in the log, so that a copy leaves the database. */
export async function anchorAudit(deps: Deps): Promise<void> {
  const at = deps.clock.now();
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: deps.config.timeZone }).format(at);
  const anchor = await writeAnchor(deps.orm.em.fork(), anchorKey(deps.config.keys.auditSigning), {
    day: today,
    at,
  });
  if (anchor !== undefined)
    deps.log.info(
      { day: anchor.day, heads: anchor.heads, digest: anchor.digest, signature: anchor.signature },
      'audit anchor',
    );
}

function retryDeadLetter(call: Call, id: string): Promise<undefined> {
  return call.deps.runCommand(call, { name: 'job.retry' }, async (tx) => {
    if (!(await reopenDeadLetter(tx.em, id, tx.now))) throw problem('record.not-found');
    tx.audit({ action: 'job.retry', chain: `job:${id}`, target: { type: 'job', id }, outcome: 'done' });
    return undefined;
  });
}

async function sweepTables(deps: Deps): Promise<void> {
  const em = deps.orm.em.fork() as Em;
  const now = deps.clock.now().getTime();
  await deps.sessions.sweep(em);
  await removeDoneJobs(em, new Date(now - doneJobsKept));
  await affectedRows(em, 'delete from rate_counts where window_start < ?', [new Date(now - day)]);
  for (;;) {
    const rows = await em.execute<{ id: string }[]>('select id from command_keys where created_at < ? limit 1000', [
      new Date(now - commandKeysKept),
    ]);
    if (rows.length === 0) return;
    await affectedRows(
      em,
      `delete from command_keys where id in (${rows.map(() => '?').join(', ')})`,
      rows.map((row) => row.id),
    );
  }
}
