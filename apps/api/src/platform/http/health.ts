import { hasFailedSync, type Orm } from '../../database/index.ts';

/** Why no work should be sent here; after `sync-failed` only a new start helps. */
export type Unready = 'stopping' | 'database-away' | 'sync-failed';

/** Whether this process can do its work now; asked at most once a second however often somebody wants to know. */
export interface Readiness {
  /** undefined: it can. */
  check(): Promise<Unready | undefined>;
  /** From now on not ready: the balancer sends no more. */
  close(): void;
}

const freshMilliseconds = 1_000;
const patienceMilliseconds = 2_000;

export function createReadiness(orm: Orm): Readiness {
  let isClosed = false;
  let asked = Number.NEGATIVE_INFINITY;
  let answer: Promise<Unready | undefined> = Promise.resolve(undefined);
  return {
    check: async () => {
      if (isClosed) return 'stopping';
      if (performance.now() - asked >= freshMilliseconds) {
        asked = performance.now();
        answer = askDatabase(orm);
      }
      return answer;
    },
    close: () => {
      isClosed = true;
    },
  };
}

async function askDatabase(orm: Orm): Promise<Unready | undefined> {
  const em = orm.em.fork();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'database-away'>((resolve) => {
    timer = setTimeout(() => resolve('database-away'), patienceMilliseconds);
  });
  const asked = em.execute('select 1 as one').then(
    async () => ((await hasFailedSync(em)) ? 'sync-failed' : undefined),
    () => 'database-away' as const,
  );
  const unready = await Promise.race([asked, late]);
  clearTimeout(timer);
  return unready;
}
