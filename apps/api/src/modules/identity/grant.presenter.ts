import type { GrantSummary } from '@yitang/contract';
import type { z } from 'zod';
import type { Em } from '../../database/index.ts';
import { scopeNames } from '../organization/index.ts';
import type { RoleGrant } from './account.entity.ts';

export type PresentedGrant = z.input<typeof GrantSummary>;
type StoredGrant = Pick<RoleGrant, 'id' | 'role' | 'scopeKind' | 'scopeId' | 'fromDay' | 'untilDay'>;

const wholeScopes: Readonly<Record<string, string>> = { university: '全校', self: '本人' };

/** Grants with the names of their scopes; one statement for each kind of scope. */
export async function presentGrants(em: Em, grants: readonly StoredGrant[]): Promise<PresentedGrant[]> {
  const names = await scopeNames(
    em,
    grants.map(({ scopeKind, scopeId }) => ({ scopeKind, scopeId: scopeId ?? null })),
  );
  return grants.map(({ id, role, scopeKind, scopeId, fromDay, untilDay }) => ({
    id,
    role,
    scopeKind,
    scopeId: scopeId ?? null,
    scopeName: wholeScopes[scopeKind] ?? names.get(scopeId ?? '') ?? '（已撤销的范围）',
    from: fromDay,
    until: untilDay ?? null,
  }));
}
