import { defineEntity, p } from '@mikro-orm/sql';

const SessionSchema = defineEntity({
  name: 'Session',
  tableName: 'sessions',
  uniques: [{ name: 'sessions_token_hash', properties: ['tokenHash'] }],
  indexes: [
    { name: 'sessions_person', properties: ['personId'] },
    { name: 'sessions_ticket_hash', properties: ['ticketHash'] },
    { name: 'sessions_ends_at', properties: ['endsAt'] },
  ],
  properties: {
    /** What its owner sees in the list of sessions; the cookie holds something else. */
    id: p.string().length(36).primary(),
    /** SHA-256 of the cookie's value: who reads the table can't sign in with it. */
    tokenHash: p.string().length(64),
    personId: p.string().length(36),
    accountId: p.string().length(36),
    assurance: p.string().length(12),
    activeGrantId: p.string().length(36).nullable(),
    /** SHA-256 of the CAS ticket, for single logout. */
    ticketHash: p.string().length(64).nullable(),
    address: p.string().length(64),
    device: p.string().length(200),
    createdAt: p.datetime(3),
    lastSeenAt: p.datetime(3),
    /** The absolute limit. */
    endsAt: p.datetime(3),
  },
});
export class Session extends SessionSchema.class {}
SessionSchema.setClass(Session);

/** A single logout that came before the session that it ends. */
const SessionTombstoneSchema = defineEntity({
  name: 'SessionTombstone',
  tableName: 'session_tombstones',
  properties: {
    ticketHash: p.string().length(64).primary(),
    createdAt: p.datetime(3),
  },
});
export class SessionTombstone extends SessionTombstoneSchema.class {}
SessionTombstoneSchema.setClass(SessionTombstone);
