import type { AffiliationKind, Role, ScopeKind } from '@yitang/domain/vocabulary';
import { prepareOnServer, selectRows, type Em } from '../../database/index.ts';
import type { FoundPerson } from '../../platform/endpoint/index.ts';
import type { Grant, Principal, RequestFacts } from '../../platform/principal/index.ts';
import {
  sessionFactColumns,
  toSessionFacts,
  type SessionFacts,
  type SessionFactsRow,
} from '../../platform/session/index.ts';
import { asInstants, todayIn } from './valid-on.ts';

export type PrincipalFacts = RequestFacts & { readonly now: Date };

/** Without a name where the account is gone. */
interface Row extends SessionFactsRow {
  name: string | null;
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
const statement = prepareOnServer(`
  select ${sessionFactColumns}, p.name, a.is_disabled, g.id as grant_id, g.role, g.scope_kind, g.scope_id, g.from_day, g.until_day, f.kind as affiliation,
    case when a.provider = 'invitation' then exists (
      select 1 from invitations i where i.accepted_by_id = a.person_id and i.revoked_at is null and i.expires_at > ?
    ) else 1 end as is_invited
  from sessions s
  left join accounts a on a.id = s.account_id
  left join people p on p.id = a.person_id
  left join role_grants g on g.person_id = a.person_id and g.revoked_at is null and g.from_day <= ? and (g.until_day is null or g.until_day >= ?)
  left join affiliations f on f.person_id = a.person_id and f.from_day <= ? and (f.until_day is null or f.until_day >= ?)
  where s.token_hash = ?`);

/**
 * A session, and who it stands for at this moment. Nobody where the account is gone or disabled, or where a parent's last
 * invitation was taken back or has run out: the session is over then. A grant that ended is left out, and whoever
 * acted under it acts as applicant.
 */
export async function findPrincipal(
  em: Em,
  tokenHash: string,
  facts: PrincipalFacts & { zone: string },
): Promise<FoundPerson | undefined> {
  const today = todayIn(facts.zone, facts.now);
  const rows = await selectRows<Row>(em, statement, [facts.now, today, today, today, today, tokenHash]);
  const [first] = rows;
  if (first === undefined) return undefined;
  const session = toSessionFacts(first);
  return { session, person: toPrincipal(session, rows, facts) };
}

function toPrincipal(
  session: SessionFacts,
  rows: readonly Row[],
  { address, requestId, locale, zone }: PrincipalFacts & { zone: string },
): Principal | undefined {
  const first = rows[0]!;
  if (first.name === null || Boolean(Number(first.is_disabled)) || !Number(first.is_invited)) return undefined;
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
    address,
    requestId,
    locale,
  };
}

function toGrant(row: Row, id: string, zone: string): Grant {
  const dated = asInstants({ fromDay: row.from_day, untilDay: row.until_day }, zone);
  return { id, role: row.role ?? 'applicant', scopeKind: row.scope_kind ?? 'self', scopeId: row.scope_id, ...dated };
}
