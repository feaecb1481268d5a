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
  provider: string | null;
  grant_id: string | null;
  role: Role | null;
  scope_kind: ScopeKind | null;
  scope_id: string | null;
  from_day: string;
  until_day: string | null;
  affiliation: AffiliationKind | null;
}

// One statement: grants and affiliations are few, so their product is small. Invitations are asked for by themselves, as
// only parents have them: a server plans a subquery for everybody, whether it comes to be needed or not.
const statement = prepareOnServer(`
  select ${sessionFactColumns}, p.name, a.is_disabled, a.provider, g.id as grant_id, g.role, g.scope_kind, g.scope_id, g.from_day, g.until_day, f.kind as affiliation
  from sessions s
  left join accounts a on a.id = s.account_id
  left join people p on p.id = a.person_id
  left join role_grants g on g.person_id = a.person_id and g.revoked_at is null and g.from_day <= ? and (g.until_day is null or g.until_day >= ?)
  left join affiliations f on f.person_id = a.person_id and f.from_day <= ? and (f.until_day is null or f.until_day >= ?)
  where s.token_hash = ?`);

const invitation =
  'select 1 from invitations where accepted_by_id = ? and revoked_at is null and expires_at > ? limit 1';

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
  const rows = await selectRows<Row>(em, statement, [today, today, today, today, tokenHash]);
  const [first] = rows;
  if (first === undefined) return undefined;
  const session = toSessionFacts(first);
  const { provider } = first;
  const isInvited =
    provider !== 'invitation' || (await selectRows(em, invitation, [session.personId, facts.now])).length > 0;
  return { session, person: isInvited ? toPrincipal(session, rows, facts) : undefined };
}

function toPrincipal(
  session: SessionFacts,
  rows: readonly Row[],
  { address, requestId, locale, zone }: PrincipalFacts & { zone: string },
): Principal | undefined {
  const first = rows[0]!;
  if (first.name === null || Boolean(Number(first.is_disabled))) return undefined;
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
