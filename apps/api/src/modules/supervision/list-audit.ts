import type { AuditLineData } from '@yitang/contract';
import type { Em } from '../../database/index.ts';
import { listAuditEntries, type AuditFilter, type AuditRecord } from '../../platform/audit/index.ts';
import type { Call } from '../../platform/endpoint/index.ts';
import { findPersonNames } from '../identity/index.ts';

export interface AuditQuery {
  readonly after?: string | undefined;
  readonly limit: number;
  readonly target?: string | undefined;
  /** Id of a person. */
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
}

/** Who did what, newest first. Numbers of people are masked in it, and looking is itself recorded. */
export async function listAudit(call: Call, query: AuditQuery): Promise<{ items: AuditLineData[]; next?: string }> {
  const { actor, target, action, after, limit } = query;
  const filter: AuditFilter = {
    target,
    action,
    after,
    limit: limit + 1,
    ...(actor !== undefined && { actor: `person:${actor}` }),
  };
  const found = await listAuditEntries(call.em, filter);
  const shown = found.slice(0, limit);
  const names = await namesOf(call.em, shown);
  await call.deps.audit.read(call, {
    action: 'audit.list',
    target: { type: 'audit', id: target ?? actor ?? action ?? 'all' },
  });
  const last = shown.at(-1);
  return {
    items: shown.map((record) => presentAudit(record, names)),
    ...(found.length > limit && last !== undefined && { next: last.id }),
  };
}

const personOf = (actor: string): string | undefined =>
  actor.startsWith('person:') ? actor.slice('person:'.length) : undefined;

function namesOf(em: Em, records: readonly AuditRecord[]): Promise<Map<string, string>> {
  return findPersonNames(
    em,
    records.flatMap(({ actor }) => personOf(actor) ?? []),
  );
}

function presentAudit(record: AuditRecord, names: ReadonlyMap<string, string>): AuditLineData {
  const { id, at, actor, role, action, target, outcome, address } = record;
  const actorId = personOf(actor) ?? null;
  const name = names.get(actorId ?? '');
  return {
    id,
    at: at.toISOString(),
    actor: name ?? actor,
    actorId,
    role,
    action,
    target,
    outcome,
    address,
    changes: changesOf(record),
  };
}

const longestValue = 200;
const cut = (text: string | undefined): string | null =>
  text === undefined ? null : text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;

/** What an act changed, field by field; what stayed as it was is left out. */
export function changesOf({ before, after }: Pick<AuditRecord, 'before' | 'after'>): AuditLineData['changes'] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((field) => was[field] !== is[field]);
  return fields.map((field) => ({ field, before: cut(was[field]), after: cut(is[field]) }));
}

function fieldsOf(json: string | null): Record<string, string> {
  if (json === null) return {};
  const value: unknown = JSON.parse(json);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return { value: json };
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, typeof part === 'string' ? part : JSON.stringify(part)]),
  );
}
