import type { AffiliationKind, AssuranceLevel, Role, ScopeKind } from '@yitang/domain/vocabulary';
import { selectRows, type Em } from '../../database/index.ts';
import type { Grant, Principal, RequestFacts } from '../../platform/principal/index.ts';
import { asInstants, todayIn } from './valid-on.ts';

/** Of a session: whose it is and in which role they act. */
export interface SessionFacts {
  readonly id: string;
  readonly personId: string;
  readonly accountId: string;
  readonly assurance: AssuranceLevel;
  readonly activeGrantId: string | null;
  readonly endsAt: Date;
}

export type PrincipalFacts = RequestFacts & { readonly now: Date };

interface Row {
  name: string;
  is_disabled: number | boolean;
  is_invited: number | boolean;
  grant_id: string | null;
  role: Role | null;
  scope_kind: ScopeKind | null;
  scope_id: string | null;
  from_day: string;
  until_day: string | null;
  affiliation: AffiliationKind | null;
}

// One statement: grants and affiliations are few, so their product is small.
const statement = `
  select p.name, a.is_disabled, g.id as grant_id, g.role, g.scope_kind, g.scope_id, g.from_day, g.until_day, f.kind as affiliation,
    case when a.provider = 'invitation' then exists (
      select 1 from invitations i where i.accepted_by_id = a.person_id and i.revoked_at is null and i.expires_at > ?
    ) else 1 end as is_invited
  from accounts a
  join people p on p.id = a.person_id
  left join role_grants g on g.person_id = a.person_id and g.revoked_at is null and g.from_day <= ? and (g.until_day is null or g.until_day >= ?)
  left join affiliations f on f.person_id = a.person_id and f.from_day <= ? and (f.until_day is null or f.until_day >= ?)
  where a.id = ?`;

/**
 * Who a session stands for at this moment. Undefined where the account is gone or disabled, or where a parent's last
 * invitation was taken back or has run out: the session is over then. A grant that ended is left out, and whoever
 * acted under it acts as applicant.
 */
export async function loadPrincipal(
  em: Em,
  session: SessionFacts,
  facts: PrincipalFacts & { zone: string },
): Promise<Principal | undefined> {
  const { now, zone, ...request } = facts;
  const today = todayIn(zone, now);
  const rows = await selectRows<Row>(em, statement, [now, today, today, today, today, session.accountId]);
  const [first] = rows;
  if (first === undefined || Boolean(Number(first.is_disabled)) || !Number(first.is_invited)) return undefined;
  const grants = new Map<string, Grant>();
  for (const row of rows) if (row.grant_id !== null) grants.set(row.grant_id, toGrant(row, row.grant_id, zone));
  const affiliations = new Set(rows.map((row) => row.affiliation).filter((kind) => kind !== null));
  return {
    kind: 'person',
    personId: session.personId,
    accountId: session.accountId,
    sessionId: session.id,
    sessionEndsAt: session.endsAt,
    displayName: first.name,
    affiliations: [...affiliations],
    activeGrantId: session.activeGrantId !== null && grants.has(session.activeGrantId) ? session.activeGrantId : null,
    grants: [...grants.values()],
    assurance: session.assurance,
    ...request,
  };
}

function toGrant(row: Row, id: string, zone: string): Grant {
  const dated = asInstants({ fromDay: row.from_day, untilDay: row.until_day }, zone);
  return { id, role: row.role ?? 'applicant', scopeKind: row.scope_kind ?? 'self', scopeId: row.scope_id, ...dated };
}
