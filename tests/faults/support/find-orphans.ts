import type { Em } from '../../../apps/api/src/database/index.ts';

interface Written {
  readonly cases: readonly { readonly id: string; readonly number: string }[];
  /** Ids of cases, once for each row that speaks of them. */
  readonly events: readonly string[];
  readonly audits: readonly string[];
  readonly notices: readonly string[];
  readonly files: readonly string[];
  readonly keys: number;
}

/** What a submission writes, as it stands in the database. */
export async function readWritten(em: Em): Promise<Written> {
  const column = async (sql: string): Promise<string[]> =>
    (await em.execute<{ id: string }[]>(sql)).map(({ id }) => id);
  const jobs = await em.execute<{ payload: unknown }[]>("select payload from jobs where kind = 'notice.send'");
  const audits = await em.execute<{ target: string; after: string }[]>(
    "select target, after from audit_entries where action = 'case.submit' and outcome = 'done'",
  );
  return {
    cases: await em.execute<{ id: string; number: string }[]>('select id, number from cases'),
    events: await column("select case_id as id from case_events where type = 'submitted'"),
    // A repeat of a submission is recorded too, as what it is.
    audits: audits
      .filter(({ after }) => !after.includes('"isRepeat"'))
      .map(({ target }) => target.slice('case:'.length)),
    notices: jobs.map(({ payload }) => caseOf(payload)).filter((id) => id !== undefined),
    files: await column("select owner_id as id from materials where owner_kind = 'case'"),
    keys: (await column("select id from command_keys where command = 'case.submit'")).length,
  };
}

function caseOf(payload: unknown): string | undefined {
  const { kind, path } = (typeof payload === 'string' ? JSON.parse(payload) : payload) as {
    kind: string;
    path: string;
  };
  return kind === 'case-submitted' ? path.split('/').at(-1) : undefined;
}

/** Parts of a submission without its other parts, and what is there twice: must be empty, whatever was killed and when. */
export function findOrphans(written: Written): string[] {
  const ids = new Set(written.cases.map(({ id }) => id));
  const check = (what: string, parts: readonly string[], each: number): string[] => {
    const counts = Map.groupBy(parts, (id) => id);
    return [
      ...[...counts.keys()].filter((id) => !ids.has(id)).map((id) => `${what} of ${id}, which is no case`),
      ...[...ids]
        .filter((id) => (counts.get(id)?.length ?? 0) !== each)
        .map((id) => `${id} has ${counts.get(id)?.length ?? 0} × ${what}`),
    ];
  };
  const numbers = new Set(written.cases.map(({ number }) => number));
  return [
    ...check('event', written.events, 1),
    ...check('audit entry', written.audits, 1),
    ...check('notice', written.notices, 1),
    ...check('file', written.files, 2),
    ...(numbers.size === written.cases.length ? [] : ['two cases bear one number']),
  ];
}
