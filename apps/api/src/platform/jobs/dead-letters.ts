import { affectedRows, instantOf, type Em } from '../../database/index.ts';

export interface DeadLetterRow {
  readonly id: string;
  readonly kind: string;
  readonly attempts: number;
  readonly lastError: string;
  readonly createdAt: Date;
}

/** Jobs that were given up, newest first; `after` is the id of the last one of the page before. */
export async function listDeadLetters(
  em: Em,
  page: { after?: string | undefined; limit: number },
): Promise<DeadLetterRow[]> {
  const rows = await em.execute<
    { id: string; kind: string; attempts: number; last_error: string | null; created_at: unknown }[]
  >(
    `select id, kind, attempts, last_error, created_at from jobs where state = 'dead' ${page.after === undefined ? '' : 'and id < ?'} order by id desc limit ?`,
    [...(page.after === undefined ? [] : [page.after]), page.limit],
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    attempts: Number(row.attempts),
    lastError: row.last_error ?? '',
    createdAt: instantOf(row.created_at),
  }));
}

/** Opens a dead letter again; false when there is none with that id. */
export async function reopenDeadLetter(em: Em, id: string, now: Date): Promise<boolean> {
  const sql =
    "update jobs set state = 'open', attempts = 0, available_at = ?, ended_at = null where id = ? and state = 'dead'";
  return (await affectedRows(em, sql, [now, id])) === 1;
}
