import type { Clock } from '../clock/index.ts';

/** So many are told apart in one window; whoever comes on top of them shares one count. */
const mostTold = 100_000;
const allOthers = '*';

/** How often each key came in the window that is open. In memory, and at once: it stands in front of what takes microseconds. */
export interface CountsPerWindow {
  /** One more of this key; answers how many that makes. */
  add(key: string): number;
  /** Seconds until the next window opens: at least one. */
  secondsLeft(): number;
}

export function createCountsPerWindow(clock: Clock, windowSeconds: number): CountsPerWindow {
  const length = windowSeconds * 1000;
  const counts = new Map<string, number>();
  let open = 0;
  return {
    add: (key) => {
      const window = Math.floor(clock.now().getTime() / length);
      if (window !== open) counts.clear();
      open = window;
      const counted = counts.has(key) || counts.size < mostTold ? key : allOthers;
      const count = (counts.get(counted) ?? 0) + 1;
      counts.set(counted, count);
      return count;
    },
    secondsLeft: () => Math.ceil((length - (clock.now().getTime() % length)) / 1000),
  };
}
