import type { Orm } from '../../database/index.ts';

/** Whether this process can do its work now; asked at most once a second however often somebody wants to know. */
export interface Readiness {
  check(): Promise<boolean>;
  /** From now on not ready: the balancer sends no more. */
  close(): void;
}

const freshMilliseconds = 1_000;
const patienceMilliseconds = 2_000;

export function createReadiness(orm: Orm): Readiness {
  let isClosed = false;
  let asked = Number.NEGATIVE_INFINITY;
  let answer: Promise<boolean> = Promise.resolve(false);
  return {
    check: async () => {
      if (isClosed) return false;
      if (performance.now() - asked >= freshMilliseconds) {
        asked = performance.now();
        answer = canReachDatabase(orm);
      }
      return answer;
    },
    close: () => {
      isClosed = true;
    },
  };
}

async function canReachDatabase(orm: Orm): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMilliseconds);
  });
  const asked = orm.em
    .fork()
    .execute('select 1 as one')
    .then(
      () => true,
      () => false,
    );
  const isReady = await Promise.race([asked, late]);
  clearTimeout(timer);
  return isReady;
}
