import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { median } from '../../scripts/bench/measure.ts';
import { oneCheck, report, runParts } from '../../scripts/lib/parts.ts';
import { fromRoot } from '../../scripts/lib/paths.ts';
import { duration } from '../../scripts/lib/say.ts';

/** Keeps what `work` writes to standard output off the screen, and hands it back. */
async function written(work: () => unknown): Promise<string> {
  const original = process.stdout.write.bind(process.stdout);
  let text = '';
  process.stdout.write = (part) => ((text += String(part)), true);
  try {
    await work();
  } finally {
    process.stdout.write = original;
  }
  return text;
}

describe('npm test', () => {
  const green = { name: 'a', run: () => Promise.resolve({ passed: 3, failed: 0 }) };
  const red = { name: 'b', run: () => Promise.reject(new Error('no such program')) };

  test('the last line is the sum, and one failure is a failure of the whole', async () => {
    const status: number[] = [];
    const text = await written(async () => {
      status.push(report(await runParts([green, green])));
      status.push(report(await runParts([green, red])));
      status.push(report([]));
    });
    expect(status).toEqual([0, 1, 1]);
    expect(text.trimEnd().split('\n').at(-1)).toBe('0 passed, 0 failed');
    expect(text).toContain('\n6 passed, 0 failed\n');
    expect(text).toContain('\n3 passed, 1 failed\n');
  });

  test('a part that breaks says why and does not hold up the next', async () => {
    const finished: unknown[] = [];
    const text = await written(async () => finished.push(...(await runParts([red, green], 2))));
    expect(text).toContain('no such program');
    expect(finished).toHaveLength(2);
    expect(oneCheck(false)).toEqual({ passed: 0, failed: 1 });
  });
});

describe('run.mjs', () => {
  test('an unknown task is answered with the list of tasks, before anything is installed', () => {
    const { status, stderr } = spawnSync(process.execPath, [fromRoot('scripts/run.mjs'), 'dance'], {
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr).toContain('start, test');
  });
});

test('durations read well', () => {
  expect([40, 4_200, 125_000].map(duration)).toEqual(['40 ms', '4 s', '2 min 5 s']);
});

test('a median is the middle one, or the mean of two', () => {
  expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5]);
});
