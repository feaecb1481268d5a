import type { Em } from './sql-types.ts';

/** Ids above `after`, up to `until` and with it. */
export interface IdSpan {
  readonly after: string;
  readonly until: string;
}

interface Found extends IdSpan {
  readonly rows: number;
}

/**
 * Walks all rows of a table in spans of so many ids, in order: what is read of a span along the key takes no longer in a
 * large table than in a small one. The next span is looked for while the work on one goes on, which also brings its rows
 * near.
 * @param of.fork of each question in turn: the same transaction, or each time another; a question that works as of an
 * instant may be asked by one that sees more
 * @param work with how many rows there are up to the end of the span
 */
export async function eachIdSpan(
  { fork, table, rows }: { readonly fork: () => Em; readonly table: string; readonly rows: number },
  work: (span: IdSpan, seen: number) => Promise<void>,
): Promise<void> {
  const find = (after: string): Promise<Found | undefined> => findSpan(fork(), { table, after, rows });
  let [span, seen] = [await find(''), 0];
  while (span !== undefined) {
    seen += span.rows;
    const ahead = find(span.until);
    // Whoever fails here ends the walk; what was looked for meanwhile is nobody's any more.
    ahead.catch(() => undefined);
    await work(span, seen);
    span = await ahead;
  }
}

async function findSpan(
  em: Em,
  { table, after, rows }: { readonly table: string; readonly after: string; readonly rows: number },
): Promise<Found | undefined> {
  const [span] = await em.execute<{ n: number | string; until: string | null }[]>(
    `select count(*) as n, max(id) as until from (select id from ${table} where id > ? order by id limit ${rows}) as span`,
    [after],
  );
  const until = span?.until ?? null;
  return until === null ? undefined : { after, until, rows: Number(span?.n) };
}
