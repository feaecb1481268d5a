import type { GrantSummary } from '@yitang/contract';
import type { z } from 'zod';
import type { Em } from '../../database/index.ts';
import { scopeNames } from '../organization/index.ts';
import type { RoleGrant } from './account.entity.ts';

export type PresentedGrant = z.input<typeof GrantSummary>;
type StoredGrant = Pick<RoleGrant, 'id' | 'role' | 'scopeKind' | 'scopeId' | 'fromDay' | 'untilDay'>;

const wholeScopes: Readonly<Record<string, string>> = { university: '全校', self: '本人' };

type Scoped = Pick<StoredGrant, 'scopeKind'> & { readonly scopeId?: string | null | undefined };

/** Says how far a grant of these reaches; one statement for each kind of scope. */
export async function nameScopes(em: Em, grants: readonly Scoped[]): Promise<(grant: Scoped) => string> {
  const names = await scopeNames(
    em,
    grants.map(({ scopeKind, scopeId }) => ({ scopeKind, scopeId: scopeId ?? null })),
  );
  return ({ scopeKind, scopeId }) => wholeScopes[scopeKind] ?? names.get(scopeId ?? '') ?? '（已撤销的范围）';
}

/** Grants with the names of their scopes. */
export async function presentGrants(em: Em, grants: readonly StoredGrant[]): Promise<PresentedGrant[]> {
  const scopeName = await nameScopes(em, grants);
  return grants.map((grant) => ({
    id: grant.id,
    role: grant.role,
    scopeKind: grant.scopeKind,
    scopeId: grant.scopeId ?? null,
    scopeName: scopeName(grant),
    from: grant.fromDay,
    until: grant.untilDay ?? null,
  }));
}
