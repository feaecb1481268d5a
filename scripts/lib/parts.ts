import { duration, say } from './say.ts';

/** What one part of `npm test` found. A skipped test counts as failed: nobody sees a skipped one again. */
export interface Outcome {
  passed: number;
  failed: number;
}

export interface Part {
  name: string;
  run: () => Promise<Outcome>;
}

export interface Finished extends Outcome {
  name: string;
  ms: number;
}

/** One yes-or-no check, such as the type checker, counts as one test. */
export function oneCheck(isPassed: boolean): Outcome {
  return isPassed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function runPart(part: Part, place: string): Promise<Finished> {
  say(`\n[${place}] ${part.name} …`);
  const start = performance.now();
  let outcome: Outcome;
  try {
    outcome = await part.run();
  } catch (error) {
    say(`${part.name}: ${(error as Error).message}`);
    outcome = oneCheck(false);
  }
  const ms = performance.now() - start;
  say(`[${place}] ${part.name}: ${outcome.passed} passed, ${outcome.failed} failed (${duration(ms)})`);
  return { name: part.name, ms, ...outcome };
}

/** Runs parts one after another, or `atOnce` of them side by side; a failed part does not hold up the others. */
export async function runParts(parts: readonly Part[], atOnce = 1): Promise<Finished[]> {
  const finished: Finished[] = [];
  const queue = parts.map((part, index) => ({ part, place: `${index + 1}/${parts.length}` }));
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) finished.push(await runPart(next.part, next.place));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return finished;
}

/** Prints a line for each part and, last of all, the sum. Answers the exit status. */
export function report(finished: readonly Finished[]): number {
  const passed = finished.reduce((sum, part) => sum + part.passed, 0);
  const failed = finished.reduce((sum, part) => sum + part.failed, 0);
  say('');
  for (const part of finished) {
    const mark = part.failed === 0 ? 'ok    ' : 'FAILED';
    say(`${mark} ${part.name}: ${part.passed} passed, ${part.failed} failed (${duration(part.ms)})`);
  }
  say(`\n${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}
