export { sessionCookieName } from './session-cookie.ts';
export {
  sessionFactColumns,
  toSessionFacts,
  type SessionFacts,
  type SessionFactsRow,
  type SessionRecord,
} from './session-record.ts';
export { createSessions, type NewSession, type Sessions } from './sessions.ts';
