import { Cron } from 'croner';
import type { Em } from '../../database/index.ts';
import type { ScheduledJob } from './job-registry.ts';
import { addJobOnce } from './job-table.ts';

/**
 * Adds a job for the last slot of each schedule that has come, unless an instance did it before: the slot is the job's
 * unique key. A slot that passed while nothing ran is made up for at the next start. Returns how many were added.
 */
export async function addDueSlots(
  em: Em,
  schedules: readonly ScheduledJob[],
  when: { now: Date; timeZone: string; seen: Map<string, number> },
): Promise<number> {
  let added = 0;
  for (const { name, pattern } of schedules) {
    const slot = lastSlot(pattern, when.now, when.timeZone);
    if (slot === undefined || when.seen.get(name) === slot.getTime()) continue;
    const job = {
      kind: `cron:${name}`,
      payload: { slot: slot.toISOString() },
      dedupeKey: `cron:${name}:${slot.toISOString()}`,
      availableAt: slot,
    };
    if (await addJobOnce(em, job)) added += 1;
    when.seen.set(name, slot.getTime());
  }
  return added;
}

/** The latest instant not after `now` that a cron pattern names. */
export function lastSlot(pattern: string, now: Date, timeZone: string): Date | undefined {
  const cron = new Cron(pattern, { timezone: timeZone, paused: true });
  // croner looks for slots strictly before its reference.
  const [slot] = cron.previousRuns(1, new Date(now.getTime() + 1_000));
  cron.stop();
  return slot !== undefined && slot <= now ? slot : cron.previousRuns(1, now)[0];
}
