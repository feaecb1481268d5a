import { execFileSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem } from 'node:os';

function versionOf(program: string): string {
  try {
    return execFileSync(program, ['--version'], { encoding: 'utf8' }).trim().split('\n')[0] ?? '';
  } catch {
    return `${program} is not installed`;
  }
}

/** On what the figures were measured: they mean nothing without it. */
export function describeMachine(): string {
  const cores = cpus();
  const [load = 0] = loadavg();
  const lines = [
    `${cores.length} × ${cores[0]?.model.trim() ?? 'unknown CPU'}, ${Math.round(totalmem() / 2 ** 30)} GB, Linux ${release()}, Node ${process.version}`,
    versionOf('/usr/sbin/mariadbd'),
    `load average ${load.toFixed(1)}${load > 0.5 ? ': something else is running, so expect lower and less steady figures' : ''}`,
  ];
  return lines.join('\n');
}
