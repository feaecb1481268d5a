import { problem } from '../../../platform/problem/index.ts';

export interface Pace {
  /** Nothing for so long ends it. */
  readonly stallMs: number;
  /** After so long it must have come at `bytesPerSecond` on average. */
  readonly graceMs: number;
  readonly bytesPerSecond: number;
}

/** Slower than a bad mobile connection, faster than somebody who only wants to hold a place. */
export const slowestPace: Pace = { stallMs: 20_000, graceMs: 60_000, bytesPerSecond: 4_096 };

/** Passes a stream on while it keeps coming. @throws ProblemError `request.unreadable` */
export async function* steadyStream(source: AsyncIterable<Buffer>, pace: Pace = slowestPace): AsyncGenerator<Buffer> {
  const began = performance.now();
  let size = 0;
  const pieces = source[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await withinTime(pieces.next(), pace.stallMs);
      if (next.done === true) return;
      size += next.value.length;
      const elapsed = performance.now() - began;
      if (elapsed > pace.graceMs && size < (elapsed / 1_000) * pace.bytesPerSecond) throw problem('request.unreadable');
      yield next.value;
    }
  } finally {
    void pieces.return?.();
  }
}

async function withinTime<T>(next: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const stalled = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(problem('request.unreadable')), milliseconds);
  });
  try {
    return await Promise.race([next, stalled]);
  } finally {
    clearTimeout(timer);
  }
}
