import type { Answer, identityEndpoints } from '@yitang/contract';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { describeDevice } from './describe-device.ts';

export async function listMySessions(call: Call): Promise<Answer<typeof identityEndpoints.listMySessions>> {
  const { personId, sessionId } = requirePerson(call);
  const sessions = await call.deps.sessions.list(call.em, personId);
  return {
    items: sessions.map((session) => ({
      id: session.id,
      startedAt: session.createdAt.toISOString(),
      lastSeenAt: session.lastSeenAt.toISOString(),
      device: describeDevice(session.device),
      address: session.address,
      isCurrent: session.id === sessionId,
    })),
  };
}

/** @throws `record.not-found` for a session that is not one's own */
export async function endMySession(call: Call, id: string): Promise<undefined> {
  const { personId } = requirePerson(call);
  return call.deps.runCommand(call, { name: 'identity.end-session' }, async (tx) => {
    if (!(await call.deps.sessions.end(tx.em, personId, id))) throw problem('record.not-found');
    tx.audit({
      action: 'identity.end-session',
      chain: `person:${personId}`,
      target: { type: 'session', id },
      outcome: 'done',
    });
    return undefined;
  });
}

export async function endOtherSessions(call: Call): Promise<{ ended: number }> {
  const { personId, sessionId } = requirePerson(call);
  return call.deps.runCommand(call, { name: 'identity.end-other-sessions' }, async (tx) => {
    const ended = await call.deps.sessions.endOthers(tx.em, personId, sessionId);
    const target = { type: 'person', id: personId };
    tx.audit({
      action: 'identity.end-other-sessions',
      chain: `person:${personId}`,
      target,
      outcome: 'done',
      after: { ended },
    });
    return { ended };
  });
}

function requirePerson({ principal }: Call): { personId: string; sessionId: string } {
  const { personId, sessionId } = principal;
  if (personId === undefined || sessionId === undefined) throw problem('access.sign-in-required');
  return { personId, sessionId };
}
