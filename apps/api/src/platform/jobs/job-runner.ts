import type { Em } from '../../database/index.ts';
import type { Caller, Deps } from '../endpoint/call.ts';
import { systemPrincipal } from '../principal/index.ts';
import { addDueSlots } from './cron-slots.ts';
import { createJobRegistry, type JobRegistry, type KnownJobs, type RegisteredJob } from './job-registry.ts';
import { claimJobs, failJob, finishJob, renewLease, type ClaimedJob } from './job-table.ts';

export interface JobRunner {
  readonly registry: JobRegistry;
  /** There is something new: look now rather than at the next poll. */
  wake(): void;
  /** Begins to work; `deps` is what handlers get. */
  start(deps: Deps): void;
  /** Takes nothing new and waits for what is under way. */
  stop(): Promise<void>;
  /** For tests and scripts: adds due slots and works until nothing is due; returns how many jobs ran. */
  runUntilIdle(deps: Deps): Promise<number>;
}

const pollMilliseconds = 1_000;
const mostAtOnce = 4;
const firstRetryMilliseconds = 2_000;
const longestRetryMilliseconds = 3_600_000;
const cronMilliseconds = 10_000;

export function createJobRunner(): JobRunner {
  const known = createJobRegistry();
  const seenSlots = new Map<string, number>();
  const running = new Set<Promise<void>>();
  const alarm = createAlarm();
  let loop: Promise<void> | undefined;
  let isStopping = false;

  const startSome = async (deps: Deps): Promise<number> => {
    const jobs = await claim(known, deps, mostAtOnce - running.size);
    for (const job of jobs) {
      const run = runJob(known.kinds.get(job.kind)!, job, deps).finally(() => {
        running.delete(run);
        alarm.ring();
      });
      running.add(run);
    }
    return jobs.length;
  };
  const work = async (deps: Deps): Promise<void> => {
    let slotsAt = Number.NEGATIVE_INFINITY;
    while (!isStopping) {
      try {
        if (performance.now() - slotsAt >= cronMilliseconds) {
          await addSlots(known, deps, seenSlots);
          slotsAt = performance.now();
        }
        if (running.size < mostAtOnce && (await startSome(deps)) > 0) continue;
      } catch (error) {
        deps.log.warn({ err: error }, 'the job table could not be read; trying again');
      }
      await alarm.sleep(pollMilliseconds);
    }
    await Promise.all(running);
  };
  return {
    registry: known,
    wake: alarm.ring,
    start: (deps) => {
      loop ??= work(deps);
    },
    stop: async () => {
      isStopping = true;
      alarm.ring();
      await loop;
    },
    runUntilIdle: async (deps) => {
      await addSlots(known, deps, seenSlots);
      for (let ran = 0; ;) {
        const jobs = await claim(known, deps, mostAtOnce);
        if (jobs.length === 0) return ran;
        await Promise.all(jobs.map((job) => runJob(known.kinds.get(job.kind)!, job, deps)));
        ran += jobs.length;
      }
    },
  };
}

/** A sleep that can be cut short; a ring while awake makes the next sleep end at once. */
function createAlarm(): { sleep: (milliseconds: number) => Promise<void>; ring: () => void } {
  let hasRung = false;
  let wakeUp: (() => void) | undefined;
  return {
    ring: () => {
      hasRung = true;
      wakeUp?.();
    },
    sleep: async (milliseconds) => {
      if (!hasRung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds);
          wakeUp = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      hasRung = false;
      wakeUp = undefined;
    },
  };
}

function addSlots(known: KnownJobs, deps: Deps, seen: Map<string, number>): Promise<number> {
  return addDueSlots(deps.orm.em.fork(), known.schedules, {
    now: deps.clock.now(),
    timeZone: deps.config.timeZone,
    seen,
  });
}

function claim(known: KnownJobs, deps: Deps, limit: number): Promise<ClaimedJob[]> {
  return claimJobs(deps.orm.em.fork(), {
    kinds: [...known.kinds.keys()],
    limit,
    leaseSeconds: 60,
    now: deps.clock.now(),
  });
}

/** The claim is committed: act, then say how it went. */
async function runJob(registered: RegisteredJob, job: ClaimedJob, deps: Deps): Promise<void> {
  const { leaseSeconds, maxAttempts, handler } = registered;
  const renew = () => renewLease(deps.orm.em.fork() as Em, job, leaseSeconds).catch(() => undefined);
  const heartbeat = setInterval(() => void renew(), (Math.min(leaseSeconds, 60) * 1000) / 3);
  try {
    // Whoever held it before was killed in the middle of it, as often as it may be tried.
    if (job.attempt > maxAttempts) throw new Error('the process that ran this job ended before the job did');
    const caller: Caller = {
      principal: systemPrincipal(job.kind),
      idempotencyKey: `job:${job.id}`,
      input: job.payload,
    };
    await handler(job.payload, { deps, em: deps.orm.em.fork(), jobId: job.id, attempt: job.attempt, caller });
    await finishJob(deps.orm.em.fork(), job, deps.clock.now());
  } catch (error) {
    const isDead = job.attempt >= maxAttempts;
    deps.log[isDead ? 'error' : 'warn'](
      { err: error, job: job.kind, jobId: job.id, attempt: job.attempt },
      isDead ? 'a job was given up' : 'a job failed and will be tried again',
    );
    const now = deps.clock.now();
    const retryAt = isDead ? null : new Date(now.getTime() + backoff(job.attempt));
    await failJob(deps.orm.em.fork(), job, { error: describe(error), retryAt, now }).catch((fault: unknown) => {
      // The database is away, which must not end the process.
      const where = { err: fault, job: job.kind, jobId: job.id };
      deps.log.warn(where, 'how a job ended could not be written; it runs again when its lease is over');
    });
  } finally {
    clearInterval(heartbeat);
  }
}

/** 2 s, 4 s, 8 s … an hour, a fifth more or less, so that what failed together does not come back together. */
function backoff(attempt: number): number {
  return Math.min(longestRetryMilliseconds, firstRetryMilliseconds * 2 ** (attempt - 1)) * (0.8 + Math.random() * 0.4);
}

const describe = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);
