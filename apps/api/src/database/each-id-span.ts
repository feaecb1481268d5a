import type { Em } from './sql-types.ts';

/** Ids above `after`, up to `until` and with it. */
export interface IdSpan {
  readonly after: string;
  readonly until: string;
}

/**
 * Walks all rows of a table in spans of so many ids, in order: what is read of a span along the key takes no longer in a
 * large table than in a small one.
 * @param of.fork of each question in turn: the same transaction, or each time another
 * @param work with how many rows there are up to the end of the span
 */
export async function eachIdSpan(
  { fork, table, rows }: { readonly fork: () => Em; readonly table: string; readonly rows: number },
  work: (span: IdSpan, seen: number) => Promise<void>,
): Promise<void> {
  let [after, seen] = ['', 0];
  for (;;) {
    const [span] = await fork().execute<{ n: number | string; until: string | null }[]>(
      `select count(*) as n, max(id) as until from (select id from ${table} where id > ? order by id limit ${rows}) as span`,
      [after],
    );
    const until = span?.until ?? null;
    if (until === null) return;
    seen += Number(span?.n);
    await work({ after, until }, seen);
    after = until;
  }
}
