import type { TestApp } from './test-app.ts';

/** What the database had to do for one operation. */
export interface Cost {
  /** Without `begin` and `commit`. */
  readonly statements: number;
  readonly commits: number;
  /** Rows inserted, changed or removed; counted by SQLite only. */
  readonly written: number;
  /** Rows and index entries that the storage engine was asked for; counted by servers only. */
  readonly read: number;
}

export interface Measured {
  readonly cost: Partial<Cost>;
  readonly statements: readonly string[];
  /** Statements that go through a whole table that grows, or through all cases of a matter; told by SQLite only. */
  readonly scans: readonly string[];
}

export interface CostMeter {
  during(work: () => Promise<unknown>): Promise<Measured>;
}

/** Tables that grow with the use of the site. */
const growing = new Set([
  ...['cases', 'case_events', 'case_intervals', 'case_drafts', 'case_counters', 'corrections', 'inbox_rounds'],
  ...['materials', 'blobs', 'certificates', 'ratings', 'visits', 'visit_cases', 'case_trips', 'arrivals'],
  ...['people', 'accounts', 'affiliations', 'sessions', 'notices', 'favourites', 'invitations'],
  ...['audit_entries', 'jobs', 'command_keys', 'person_keys'],
]);

/** For an app on one connection (`poolSize: 1`) with its data in place. */
export async function costMeter(app: TestApp): Promise<CostMeter> {
  const { family } = app.database;
  const execute = <T>(sql: string): Promise<T[]> => app.call().em.execute<T[]>(sql);
  const soFar = async (): Promise<number> => {
    const rows = await execute<{ Value: unknown }>(counted[family]);
    return rows.reduce((sum, { Value }) => sum + Number(Value), 0);
  };
  if (family !== 'sqlite') for (const table of growing) await execute(`analyze table ${table}`);
  const first = await soFar();
  /** What looking at the counter adds to it. */
  const ofLooking = (await soFar()) - first;
  return {
    during: async (work) => {
      const before = await soFar();
      const lines = await app.statements(work);
      const rows = (await soFar()) - before - ofLooking;
      const statements = lines.filter((line) => !/^(begin|commit)/.test(line));
      const scans = family === 'sqlite' ? await findScans(execute, statements) : [];
      const commits = lines.filter((line) => line.startsWith('commit')).length;
      const cost = { statements: statements.length, commits, [family === 'sqlite' ? 'written' : 'read']: rows };
      return { cost, statements, scans };
    },
  };
}

const counted = {
  sqlite: 'select total_changes() as "Value"',
  mysql: "show session status like 'Handler\\_read\\_%'",
} as const;

const wide = /^(?:SCAN|SEARCH(?= .* cases_matter_accepted \(matter_id=\?\))) (\w+)/;

async function findScans(execute: <T>(sql: string) => Promise<T[]>, lines: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const line of lines) {
    const sql = line.replace(/ \[took .*$/s, '').replaceAll('?', "'1'");
    const plan = await execute<{ detail: string }>(`explain query plan ${sql}`);
    for (const { detail } of plan) {
      const name = wide.exec(detail)?.[1];
      if (name !== undefined && growing.has(tableOf(sql, name))) found.push(`${detail}: ${sql}`);
    }
  }
  return found;
}

/** The table that a name in a plan stands for. */
function tableOf(sql: string, name: string): string {
  const alias = new RegExp(`[\\s(,]["\`]?(\\w+)["\`]?\\s+(?:as\\s+)?["\`]?${name}["\`]?(?=[\\s,)]|$)`, 'gi');
  const tables = [...sql.matchAll(alias)].map(([, table]) => table ?? '').filter((table) => growing.has(table));
  return tables[0] ?? name;
}
