import { readFileSync } from 'node:fs';

const clockTicksPerSecond = 100; // USER_HZ of Linux on x64 and arm64

/** Seconds of CPU that a process has used so far, of all its threads. */
export function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / clockTicksPerSecond;
}

/** Megabytes of memory that a process holds now. */
export function residentMB(pid: number): number {
  const line = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1]) / 1024;
}
