import { instantOf, type Em } from '../../database/index.ts';

export interface AuditFilter {
  /** Exactly `case:<id>`. */
  readonly target?: string | undefined;
  /** Exactly `person:<id>` or `client:<id>`. */
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
  /** Id of the last line of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface AuditRecord {
  readonly id: string;
  readonly at: Date;
  readonly kind: 'write' | 'read';
  readonly actor: string;
  readonly role: string;
  readonly action: string;
  readonly target: string;
  readonly outcome: 'done' | 'refused';
  readonly address: string;
  /** JSON, masked. */
  readonly before: string | null;
  readonly after: string | null;
}

/** Newest first, one keyset page. */
export async function listAuditEntries(em: Em, filter: AuditFilter): Promise<AuditRecord[]> {
  const conditions: [string, string][] = [];
  if (filter.target !== undefined) conditions.push(['target = ?', filter.target]);
  if (filter.actor !== undefined) conditions.push(['actor = ?', filter.actor]);
  if (filter.action !== undefined) conditions.push(['action = ?', filter.action]);
  if (filter.after !== undefined) conditions.push(['id < ?', filter.after]);
  const where = conditions.length === 0 ? '' : `where ${conditions.map(([sql]) => sql).join(' and ')}`;
  const rows = await em.execute<(Omit<AuditRecord, 'at'> & { at: unknown })[]>(
    `select id, at, kind, actor, role, action, target, outcome, address, ${quoted(em, 'before')}, ${quoted(em, 'after')} from audit_entries ${where} order by id desc limit ?`,
    [...conditions.map(([, value]) => value), filter.limit],
  );
  return rows.map((row) => ({ ...row, at: instantOf(row.at) }));
}

const quoted = (em: Em, name: string): string => em.getPlatform().quoteIdentifier(name);
