import { defineEntity, p } from '@mikro-orm/sql';

/** The outbox and the job queue in one: written with the change that asks for it, done after that commit. */
const JobSchema = defineEntity({
  name: 'Job',
  tableName: 'jobs',
  uniques: [{ name: 'jobs_dedupe_key', properties: ['dedupeKey'] }],
  indexes: [
    { name: 'jobs_state_available', properties: ['state', 'availableAt'] },
    { name: 'jobs_lease_token', properties: ['leaseToken'] },
  ],
  properties: {
    id: p.string().length(36).primary(),
    kind: p.string().length(80),
    payload: p.json<unknown>(),
    /** `open`, `leased`, `done` or `dead`. */
    state: p.string().length(8),
    availableAt: p.datetime(3),
    attempts: p.integer(),
    leaseToken: p.string().length(36).nullable(),
    leaseUntil: p.datetime(3).nullable(),
    dedupeKey: p.string().length(160).nullable(),
    lastError: p.string().length(500).nullable(),
    createdAt: p.datetime(3),
    endedAt: p.datetime(3).nullable(),
  },
});
export class Job extends JobSchema.class {}
JobSchema.setClass(Job);
