import type { Em, Orm } from '../../database/index.ts';

/** How long it takes until the database knows that somebody was here; far less than any session may be idle. */
const writtenAfterMilliseconds = 2_000;
const mostInStatement = 500;

/**
 * Who was here, until it is written for many at once. A request that had to write it itself would wait for a commit of its
 * own, as long as for all that it came to do. What is lost when the process dies makes a session end two seconds early.
 */
export class SeenSessions {
  readonly #orm: Orm;
  readonly #seen = new Map<string, Date>();
  #timer: NodeJS.Timeout | undefined;

  constructor(orm: Orm) {
    this.#orm = orm;
  }

  note(sessionId: string, at: Date): void {
    this.#seen.set(sessionId, at);
    this.#timer ??= setTimeout(() => void this.write(), writtenAfterMilliseconds).unref();
  }

  /** When the session was here last, where the database may not know yet. */
  at(sessionId: string): Date | undefined {
    return this.#seen.get(sessionId);
  }

  /** Never fails: who only reads is served also where nothing can be written, and comes back to be noted again. */
  async write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const waiting = [...this.#seen];
    if (waiting.length === 0) return;
    const latest = new Date(Math.max(...waiting.map(([, at]) => at.getTime())));
    const ids = waiting.map(([id]) => id);
    const em = this.#orm.em.fork() as Em;
    for (let start = 0; start < ids.length; start += mostInStatement)
      await update(em, latest, ids.slice(start, start + mostInStatement)).catch(() => undefined);
    // Kept until here, so that no request meanwhile takes somebody for absent.
    for (const [id, at] of waiting) if (this.#seen.get(id) === at) this.#seen.delete(id);
  }
}

const update = (em: Em, at: Date, ids: readonly string[]): Promise<unknown> =>
  em.execute(
    `update sessions set last_seen_at = ? where id in (${ids.map(() => '?').join(', ')})`,
    [at, ...ids],
    'run',
  );
