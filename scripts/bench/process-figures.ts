import { readdirSync, readFileSync } from 'node:fs';

/**
 * Seconds of CPU that the threads of a process have used so far, to the nanosecond: the ticks of `/proc/PID/stat` are as
 * long as a tenth of what a quick server uses in a round. What a thread used is gone with it.
 */
export function cpuSeconds(pid: number): number {
  const used = readOfThreads(pid, 'schedstat').map((text) => Number(text.split(' ')[0]));
  return used.reduce((sum, nanoseconds) => sum + nanoseconds, 0) / 1e9;
}

/** A file of `/proc` of each thread; of one that ended since they were listed it is empty. */
function readOfThreads(pid: number, file: string): string[] {
  const folder = `/proc/${pid}/task`;
  return readdirSync(folder).map((thread) => {
    try {
      return readFileSync(`${folder}/${thread}/${file}`, 'utf8');
    } catch {
      return '';
    }
  });
}

/** Megabytes of memory that a process holds now. */
export function residentMB(pid: number): number {
  const line = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1]) / 1024;
}

/** Whether a Node process has threads that it started itself (`node:worker_threads`). */
export function hasWorkers(pid: number): boolean {
  return readOfThreads(pid, 'comm').some((name) => name.trim() === 'WorkerThread');
}
