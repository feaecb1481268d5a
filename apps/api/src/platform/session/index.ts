export { sessionCookieName } from './session-cookie.ts';
export type { SessionRecord } from './session-record.ts';
export { createSessions, type NewSession, type Sessions } from './sessions.ts';
