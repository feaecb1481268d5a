import { hash, randomBytes } from 'node:crypto';
import type { AssuranceLevel } from '@yitang/domain/vocabulary';
import type Koa from 'koa';
import {
  affectedRows,
  familyOfEm,
  insertRows,
  insertUnlessPresent,
  refuseInTransaction,
  selectRows,
  type Em,
  type Orm,
} from '../../database/index.ts';
import type { Clock } from '../clock/index.ts';
import type { Config } from '../config/index.ts';
import { newId } from '../ids/index.ts';
import { problem } from '../problem/index.ts';
import { SeenSessions } from './seen-sessions.ts';
import { clearSessionCookie, readSessionToken, setSessionCookie } from './session-cookie.ts';
import {
  sessionColumns,
  sessionFactColumns,
  toSession,
  toSessionFacts,
  type SessionFacts,
  type SessionFactsRow,
  type SessionRecord,
  type SessionRow,
} from './session-record.ts';

export interface NewSession {
  readonly personId: string;
  readonly accountId: string;
  readonly assurance: AssuranceLevel;
  /** The CAS ticket that began it, for single logout; only its hash is kept. */
  readonly ticket?: string | undefined;
  readonly activeGrantId?: string | null;
}

export type SessionOwner = Pick<NewSession, 'personId' | 'accountId'>;

/** Sessions live in the database: they can be listed, ended from anywhere, and every instance sees it at the next request. */
export interface Sessions {
  /** By what the table knows the session of a request's cookie; undefined without such a cookie. */
  tokenHash(ctx: Koa.Context): string | undefined;
  /** Whether a session that was just read goes on. That somebody was here is written later; one that is over is removed. */
  goesOn(em: Em, session: Pick<SessionFacts, 'id' | 'lastSeenAt' | 'endsAt'>): Promise<boolean>;
  /** The session of a request's cookie, if it is alive: one statement. */
  find(ctx: Koa.Context, em: Em): Promise<SessionFacts | undefined>;
  /** Always a new id and a new cookie; a session that the browser had before ends. Not inside a command. */
  signIn(ctx: Koa.Context, session: NewSession): Promise<SessionRecord>;
  signOut(ctx: Koa.Context): Promise<void>;
  /** Single logout by the CAS: from now on no session of the ticket can begin, also none that is just being made. */
  leaveTombstone(ticket: string): Promise<void>;
  /** Whose sessions a ticket began. */
  findByTicket(em: Em, ticket: string): Promise<SessionOwner[]>;
  /** Ends the sessions of a ticket; after `leaveTombstone`. */
  endByTicket(em: Em, ticket: string): Promise<number>;
  list(em: Em, personId: string): Promise<SessionRecord[]>;
  /** False when the person has no such session. */
  end(em: Em, personId: string, id: string): Promise<boolean>;
  endOthers(em: Em, personId: string, exceptId: string): Promise<number>;
  endAll(em: Em, personId: string): Promise<number>;
  setActiveGrant(em: Em, id: string, grantId: string | null): Promise<void>;
  /** Forgets what is over; returns how many rows. */
  sweep(em: Em): Promise<number>;
  /** Writes who was here of late; before the database is closed. */
  writeSeen(): Promise<void>;
}

const seenEvery = 60_000;
const tombstoneKept = 24 * 3_600_000;
const sha256 = (text: string): string => hash('sha256', text);

interface Parts {
  readonly orm: Orm;
  readonly clock: Clock;
  readonly config: Pick<Config, 'session' | 'isSecure'>;
}

export function createSessions(parts: Parts): Sessions {
  const seen = new SeenSessions(parts.orm);
  return {
    ...foundSessions(parts, seen),
    ...browserSessions(parts),
    ...listedSessions(parts, seen),
    writeSeen: () => seen.write(),
  };
}

type Finding = 'tokenHash' | 'goesOn' | 'find';

/** What every request asks. */
function foundSessions({ clock, config }: Parts, seen: SeenSessions): Pick<Sessions, Finding> {
  const tokenHash = (ctx: Koa.Context): string | undefined => {
    const token = readSessionToken(ctx, config.isSecure);
    return token === undefined ? undefined : sha256(token);
  };
  const goesOn: Sessions['goesOn'] = async (em, { id, lastSeenAt, endsAt }) => {
    const now = clock.now();
    const sinceSeen = now.getTime() - (seen.at(id) ?? lastSeenAt).getTime();
    if (endsAt <= now || sinceSeen > idleOf(config)) {
      await affectedRows(em, 'delete from sessions where id = ?', [id]);
      return false;
    }
    if (sinceSeen >= seenEvery) seen.note(id, now);
    return true;
  };
  return {
    tokenHash,
    goesOn,
    find: async (ctx, em) => {
      const session = await findByToken(em, tokenHash(ctx));
      return session !== undefined && (await goesOn(em, session)) ? session : undefined;
    },
  };
}

async function findByToken(em: Em, tokenHash: string | undefined): Promise<SessionFacts | undefined> {
  if (tokenHash === undefined) return undefined;
  const sql = `select ${sessionFactColumns} from sessions s where s.token_hash = ?`;
  const [row] = await selectRows<SessionFactsRow>(em, sql, [tokenHash]);
  return row === undefined ? undefined : toSessionFacts(row);
}

type BrowserActs = 'signIn' | 'signOut' | 'leaveTombstone';

/** What happens on behalf of one browser. */
function browserSessions({ orm, clock, config }: Parts): Pick<Sessions, BrowserActs> {
  const endToken = async (ctx: Koa.Context, em: Em): Promise<void> => {
    const token = readSessionToken(ctx, config.isSecure);
    if (token !== undefined) await affectedRows(em, 'delete from sessions where token_hash = ?', [sha256(token)]);
  };
  return {
    signIn: async (ctx, made) => {
      refuseInTransaction('a session begins');
      const em = orm.em.fork();
      await endToken(ctx, em);
      const token = randomBytes(32).toString('base64url');
      const session = describeSession(ctx, made, { now: clock.now(), hours: config.session.hours });
      const ticketHash = made.ticket === undefined ? null : sha256(made.ticket);
      await insertRows(em, 'sessions', [toRow(session, sha256(token), ticketHash)]);
      // The logout may have come first. It leaves its mark before it looks for sessions and we look for the mark after
      // we left a session, so that one of the two sees the other.
      if (ticketHash !== null && (await hasTombstone(em, ticketHash))) {
        await affectedRows(em, 'delete from sessions where id = ?', [session.id]);
        throw problem('access.sign-in-required');
      }
      setSessionCookie(ctx, token, config.isSecure);
      return session;
    },
    signOut: async (ctx) => {
      await endToken(ctx, orm.em.fork());
      clearSessionCookie(ctx, config.isSecure);
    },
    leaveTombstone: async (ticket) => {
      const em = orm.em.fork();
      const insert = `${insertUnlessPresent(familyOfEm(em))} into session_tombstones (ticket_hash, created_at) values (?, ?)`;
      await em.execute(insert, [sha256(ticket), clock.now()], 'run');
    },
  };
}

const idleOf = (config: Parts['config']): number => config.session.idleMinutes * 60_000;

/** What a person does with the list of own sessions, and what ends them from outside. */
function listedSessions(
  { clock, config }: Parts,
  seen: SeenSessions,
): Omit<Sessions, Finding | BrowserActs | 'writeSeen'> {
  return {
    findByTicket: async (em, ticket) => {
      const owners = await em.execute<{ person_id: string; account_id: string }[]>(
        'select person_id, account_id from sessions where ticket_hash = ?',
        [sha256(ticket)],
      );
      return owners.map(({ person_id, account_id }) => ({ personId: person_id, accountId: account_id }));
    },
    endByTicket: (em, ticket) => affectedRows(em, 'delete from sessions where ticket_hash = ?', [sha256(ticket)]),
    list: async (em, personId) => {
      await seen.write();
      const now = clock.now();
      const rows = await em.execute<SessionRow[]>(
        `select ${sessionColumns} from sessions where person_id = ? and ends_at > ? and last_seen_at > ? order by last_seen_at desc`,
        [personId, now, new Date(now.getTime() - idleOf(config))],
      );
      return rows.map(toSession);
    },
    end: async (em, personId, id) =>
      (await affectedRows(em, 'delete from sessions where person_id = ? and id = ?', [personId, id])) === 1,
    endOthers: (em, personId, exceptId) =>
      affectedRows(em, 'delete from sessions where person_id = ? and id <> ?', [personId, exceptId]),
    endAll: (em, personId) => affectedRows(em, 'delete from sessions where person_id = ?', [personId]),
    setActiveGrant: async (em, id, grantId) => {
      await affectedRows(em, 'update sessions set active_grant_id = ? where id = ?', [grantId, id]);
    },
    sweep: async (em) => {
      const now = clock.now();
      const ended = await affectedRows(em, 'delete from sessions where ends_at < ?', [now]);
      const before = new Date(now.getTime() - tombstoneKept);
      return ended + (await affectedRows(em, 'delete from session_tombstones where created_at < ?', [before]));
    },
  };
}

function describeSession(
  ctx: Koa.Context,
  made: NewSession,
  { now, hours }: { now: Date; hours: number },
): SessionRecord {
  const address = (ctx.state as { address?: string }).address ?? ctx.ip;
  return {
    id: newId(now.getTime()),
    personId: made.personId,
    accountId: made.accountId,
    assurance: made.assurance,
    activeGrantId: made.activeGrantId ?? null,
    address: address.slice(0, 64),
    device: [...ctx.get('user-agent')].slice(0, 200).join(''),
    createdAt: now,
    lastSeenAt: now,
    endsAt: new Date(now.getTime() + hours * 3_600_000),
  };
}

function toRow(session: SessionRecord, tokenHash: string, ticketHash: string | null): Record<string, unknown> {
  return {
    id: session.id,
    token_hash: tokenHash,
    person_id: session.personId,
    account_id: session.accountId,
    assurance: session.assurance,
    active_grant_id: session.activeGrantId,
    ticket_hash: ticketHash,
    address: session.address,
    device: session.device,
    created_at: session.createdAt,
    last_seen_at: session.lastSeenAt,
    ends_at: session.endsAt,
  };
}

async function hasTombstone(em: Em, ticketHash: string): Promise<boolean> {
  return (
    (await em.execute<unknown[]>('select ticket_hash from session_tombstones where ticket_hash = ?', [ticketHash]))
      .length > 0
  );
}
