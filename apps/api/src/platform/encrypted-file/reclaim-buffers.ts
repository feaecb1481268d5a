import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const every = 2 * 1024 * 1024;
let passed = 0;
let collect: ((options: { type: 'minor' }) => void) | undefined;

/**
 * Told of bytes that have passed through buffers and are not needed any more. The engine clears young objects by what
 * they take of its own heap, and of a buffer that is next to nothing: before it looks, two hundred megabytes of spent
 * buffers have piled up behind a few uploads. So a small collection, of a millisecond or two, runs after every 2 MiB.
 */
export function reclaimBuffers(bytes: number): void {
  passed += bytes;
  if (passed < every) return;
  passed = 0;
  collect ??= exposeCollector();
  collect({ type: 'minor' });
}

function exposeCollector(): NonNullable<typeof collect> {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as NonNullable<typeof collect>;
}
