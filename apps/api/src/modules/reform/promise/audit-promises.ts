import { addDays, addMonths, startOfDay } from '@yitang/domain/calendar';
import type { HealthState } from '@yitang/domain/vocabulary';
import { z } from 'zod';
import type { Em } from '../../../database/index.ts';
import type { JobHandler, JobRun } from '../../../platform/jobs/index.ts';
import { countBegunDrafts, type Walk } from '../../case/index.ts';
import { catalogKey, findVersionsOf, type PublishedMatter } from '../../catalog/index.ts';
import { calendarFor } from '../../organization/index.ts';
import { auditMatter, type AuditedMatter, type AuditWindow } from './audit-matter.ts';
import { finishAudit } from './finish-audit.ts';
import { MatterHealth, PromiseRun } from './health.entity.ts';
import { followProposals, watchedOf } from './follow-proposals.ts';
import { openRun } from './start-audit.ts';
import { writePiece } from './write-piece.ts';

const Order = z.object({ runId: z.string() });

export const auditPromises: JobHandler = (payload, run) => performAudit(run, Order.parse(payload).runId);

/** Each night; nothing where somebody began one by hand and it still runs. */
export async function auditTonight(run: JobRun): Promise<void> {
  const { deps, caller } = run;
  const runId = await deps.runCommand(caller, { name: 'promise.start-audit' }, async (tx) => {
    const id = await openRun(deps, tx, '系统');
    return id ?? null;
  });
  if (runId !== null) await performAudit(run, runId);
}

const mattersAtOnce = 20;

/**
 * Audits matter by matter in the order of their codes. What a killed process left is gone on with, and a run that was
 * cancelled meanwhile writes nothing more.
 */
export async function performAudit(run: JobRun, runId: string): Promise<void> {
  const { deps, em } = run;
  const current = await em.findOne(PromiseRun, { id: runId }, { disableIdentityMap: true });
  if (current?.state !== 'running') return;
  const { matters } = deps.services.get(catalogKey).current();
  const rest = matters.filter(({ code }) => code > current.lastCode);
  const window = await windowOf(run, current.onDay);
  const previous = await previousStates(em);
  await followProposals(run, current);
  for (let start = 0; start < rest.length; start += mattersAtOnce) {
    const audited = await auditPiece(em, rest.slice(start, start + mattersAtOnce), window);
    const isGoingOn = await writePiece(run, { run: current, audited, previous, total: matters.length });
    if (!isGoingOn) return;
  }
  await finishAudit(run, current);
}

async function windowOf({ deps, em }: JobRun, onDay: string): Promise<AuditWindow> {
  const { timeZone } = deps.config;
  return {
    ...auditedDays(onDay, timeZone),
    timeZone,
    calendar: await calendarFor(em),
    begun: await countBegunDrafts(em, startOfDay(addDays(onDay, -7), timeZone)),
    begunSince: startOfDay(addDays(onDay, -30), timeZone),
  };
}

/** The twelve months that an audit of a day looks at. */
export function auditedDays(onDay: string, timeZone: string): Omit<Walk, 'matterId'> {
  const first = addDays(addMonths(onDay, -12), 1);
  const until = startOfDay(addDays(onDay, 1), timeZone);
  return { first, last: onDay, from: startOfDay(first, timeZone), until };
}

/** By matter, what the last finished audit said. */
async function previousStates(em: Em): Promise<Map<string, HealthState>> {
  const [last] = await em.find(
    PromiseRun,
    { state: 'done' },
    { orderBy: { startedAt: 'desc' }, limit: 1, disableIdentityMap: true },
  );
  if (last === undefined) return new Map();
  const fields = { fields: ['matterId', 'state'], disableIdentityMap: true } as const;
  const rows = await em.find(MatterHealth, { runId: last.id }, fields);
  return new Map(rows.map(({ matterId, state }) => [matterId, state]));
}

async function auditPiece(em: Em, matters: readonly PublishedMatter[], window: AuditWindow): Promise<AuditedMatter[]> {
  const ids = matters.map(({ id }) => id);
  const versions = Map.groupBy(await findVersionsOf(em, ids), ({ id }) => id);
  const watched = await watchedOf(em, ids);
  const audited: AuditedMatter[] = [];
  for (const matter of matters) {
    // What is published for a day to come is no promise yet.
    const own = (versions.get(matter.id) ?? []).filter(({ version }) => version <= matter.version);
    if (own.length > 0)
      audited.push(await auditMatter(em, { versions: own, watched: watched.get(matter.id) ?? [] }, window));
  }
  return audited;
}
