import { test } from '@jest/globals';
import fc, { type Arbitrary } from 'fast-check';

/** One seed for a whole run: `YITANG_SEED` repeats an earlier one. */
export const seed = seedFrom(process.env['YITANG_SEED']) ?? (Date.now() ^ (process.pid << 8)) & 0x7fff_ffff;

/**
 * A test that holds for everything the arbitrary makes. When it fails it names the seed, the smallest counterexample and
 * how to run it again.
 */
export function property<T>(
  name: string,
  arbitrary: Arbitrary<T>,
  holds: (value: T) => void | boolean | Promise<void | boolean>,
): void {
  test(name, async () => {
    try {
      await fc.assert(
        fc.asyncProperty(arbitrary, async (value) => holds(value)),
        { numRuns: 200, seed },
      );
    } catch (error) {
      if (error instanceof Error) error.message = `repeat with YITANG_SEED=${seed}\n${error.message}`;
      throw error;
    }
  });
}

function seedFrom(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`YITANG_SEED must be a whole number, not "${text}"`);
  return value;
}
