// Scripts talk to a person at a terminal, so standard output is theirs.

export function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

export function warn(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

/** A fault that a sentence explains: whoever reads it needs no stack. */
export class Stop extends Error {}

/** Runs a task; what it throws ends the process with status 1, and a `Stop` with nothing but its sentence. */
export async function main(task: () => Promise<number | void>): Promise<void> {
  try {
    process.exitCode = (await task()) ?? 0;
  } catch (error) {
    warn(error instanceof Stop ? `\n${error.message}` : `\n${String((error as Error).stack ?? error)}`);
    process.exitCode = 1;
  }
}

/** `42 s`, `3 min 5 s` for a number of milliseconds. */
export function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (ms < 950) return `${Math.round(ms)} ms`;
  return seconds < 90 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
