import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const every = 4 * 1024 * 1024;
let passed = 0;
let collect: ((options: { type: 'minor' }) => void) | undefined;

/**
 * Told of bytes that have passed through buffers and are not needed any more. The engine clears young objects by what
 * they take of its own heap, and of a buffer that is next to nothing: before it looks, two hundred megabytes of spent
 * buffers have piled up behind a few uploads. So a small collection, of a millisecond or two, runs after every 4 MiB:
 * what is on its way then is gone by the next one, whereas what two of them meet is taken for old and stays.
 */
export function reclaimBuffers(bytes: number): void {
  passed += bytes;
  if (passed < every) return;
  passed = 0;
  collect ??= exposeCollector();
  // What survives a collection that we ask for is no sign that the program needs more room for its young objects.
  setFlagsFromString('--semi-space-growth-factor=1');
  collect({ type: 'minor' });
  setFlagsFromString('--semi-space-growth-factor=2');
}

function exposeCollector(): NonNullable<typeof collect> {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as NonNullable<typeof collect>;
}

/** Gives back at once the memory of a buffer that shares it with no other; nobody may read the buffer any more. */
export function freeBuffer({ buffer }: Buffer): void {
  (buffer as ArrayBuffer).transfer(0);
}
