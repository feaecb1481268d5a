import { newId } from '../ids/index.ts';
import type { Insert } from './addition.ts';
import type { NewJob } from './tx.ts';

/** The jobs that a command leaves behind. */
export function insertOfJobs(jobs: readonly NewJob[], now: Date): Insert {
  const rows = jobs.map((job) => ({
    id: newId(now.getTime()),
    kind: job.kind,
    payload: JSON.stringify(job.payload ?? null),
    state: 'open',
    available_at: job.availableAt ?? now,
    attempts: 0,
    dedupe_key: job.dedupeKey ?? null,
    created_at: now,
  }));
  return { table: 'jobs', skipsPresent: jobs.some((job) => job.dedupeKey !== undefined), rows };
}
