import type { Em } from '../../database/index.ts';
import type { Caller, Deps } from '../endpoint/call.ts';

/** What a handler gets beside the payload. */
export interface JobRun {
  readonly deps: Deps;
  readonly em: Em;
  readonly jobId: string;
  /** 1 for the first try. */
  readonly attempt: number;
  /**
   * The system as caller, with the job's id as key: `deps.runCommand(run.caller, …)` is done once, however often the job
   * is tried.
   */
  readonly caller: Caller;
}

/** Runs at least once for each job, after its commit. Effects outside the database carry `jobId` as their key. */
export type JobHandler = (payload: unknown, run: JobRun) => Promise<void>;

export interface JobOptions {
  /** Then the job is a dead letter. */
  readonly maxAttempts?: number;
  /** A handler that takes longer loses its job to another instance, unless it is still running here. */
  readonly leaseSeconds?: number;
}

export interface RegisteredJob extends Required<JobOptions> {
  readonly handler: JobHandler;
}

export interface ScheduledJob {
  readonly name: string;
  readonly pattern: string;
}

/** Where modules name what they do later. */
export interface JobRegistry {
  register(kind: string, handler: JobHandler, options?: JobOptions): void;
  /** `schedule('audit.anchor', '10 0 * * *', …)`: in the zone of the university, once over all instances. */
  schedule(name: string, pattern: string, handler: (run: JobRun) => Promise<void>): void;
}

export interface KnownJobs extends JobRegistry {
  readonly kinds: ReadonlyMap<string, RegisteredJob>;
  readonly schedules: readonly ScheduledJob[];
}

export function createJobRegistry(): KnownJobs {
  const kinds = new Map<string, RegisteredJob>();
  const schedules: ScheduledJob[] = [];
  const register = (kind: string, handler: JobHandler, options: JobOptions = {}): void => {
    if (kinds.has(kind)) throw new Error(`the job kind "${kind}" is registered twice`);
    kinds.set(kind, { handler, maxAttempts: options.maxAttempts ?? 10, leaseSeconds: options.leaseSeconds ?? 60 });
  };
  return {
    kinds,
    schedules,
    register,
    schedule: (name, pattern, handler) => {
      register(`cron:${name}`, (_payload, run) => handler(run), { maxAttempts: 3, leaseSeconds: 600 });
      schedules.push({ name, pattern });
    },
  };
}
