import { readdirSync, readFileSync } from 'node:fs';

/**
 * Seconds of CPU that the threads of a process have used so far, to the nanosecond: the ticks of `/proc/PID/stat` are as
 * long as a tenth of what a quick server uses in a round. What a thread used is gone with it.
 */
export function cpuSeconds(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  return threads.reduce((sum, thread) => sum + nanosecondsOf(`/proc/${pid}/task/${thread}`), 0) / 1e9;
}

function nanosecondsOf(thread: string): number {
  try {
    return Number(readFileSync(`${thread}/schedstat`, 'utf8').split(' ')[0]);
  } catch {
    return 0; // ended since it was listed
  }
}

/** Megabytes of memory that a process holds now. */
export function residentMB(pid: number): number {
  const line = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1]) / 1024;
}

/** Whether a Node process has threads that it started itself (`node:worker_threads`). */
export function hasWorkers(pid: number): boolean {
  return readdirSync(`/proc/${pid}/task`).some((thread) => nameOf(`/proc/${pid}/task/${thread}`) === 'WorkerThread');
}

function nameOf(thread: string): string {
  try {
    return readFileSync(`${thread}/comm`, 'utf8').trim();
  } catch {
    return ''; // ended since it was listed
  }
}
