import { insertRows } from '../../apps/api/src/database/index.ts';
import type { Deps } from '../../apps/api/src/platform/endpoint/index.ts';
import { signedIn } from '../../tests/load/sessions.ts';
import { makePerson } from '../../tests/support/people.ts';
import type { Site } from './site.ts';

/** Makes a reform officer with a session, and answers its cookie. */
export async function signInOfficer(deps: Deps): Promise<string> {
  const { personId, accountId, grantIds } = await makePerson(deps, {
    number: 'b-officer',
    kind: 'staff',
    grants: [{ role: 'reform-officer' }],
  });
  const session = signedIn({ personId, accountId, activeGrantId: grantIds[0] }, deps.clock.now());
  await insertRows(deps.orm.em.fork(), 'sessions', [session.row]);
  return session.cookie;
}

export type Ask = <T>(method: string, path: string, body?: unknown) => Promise<T>;

/** One who waits for each answer, and sends everything once. */
export function asking({ origin }: Site, cookie: string): Ask {
  const same = { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
  return async <T>(method: string, path: string, body?: unknown) => {
    const headers = method === 'POST' ? { ...same, 'idempotency-key': crypto.randomUUID() } : same;
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await fetch(origin + path, { method, headers, ...sent });
    if (!answer.ok) throw new Error(`${method} ${path} answers ${answer.status}: ${await answer.text()}`);
    const text = await answer.text();
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };
}
