import type { GrantData } from '@yitang/contract';

type ScopeKind = GrantData['scopeKind'];

/** Kind and id as one value of a select: `university`, `department:…`. */
export function scopeValue(kind: ScopeKind, id: string | null): string {
  return id === null ? kind : `${kind}:${id}`;
}

/** The parts again; what is not known is left to the API to refuse. */
export function readScope(value: string): { scopeKind: Exclude<ScopeKind, 'self'>; scopeId: string | null } {
  const colon = value.indexOf(':');
  const kind = colon < 0 ? value : value.slice(0, colon);
  return { scopeKind: kind as Exclude<ScopeKind, 'self'>, scopeId: colon < 0 ? null : value.slice(colon + 1) };
}
