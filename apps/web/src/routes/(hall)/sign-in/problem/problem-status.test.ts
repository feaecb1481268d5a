import { expect, test } from '@jest/globals';
import type { RequestEvent } from '@sveltejs/kit';
import { handle } from '../../../../hooks.server.ts';
import { load } from './+page.server.ts';

/** The page of a code, answered as the server answers it. */
async function answered(code: string, isDataRequest = false): Promise<Response> {
  const url = new URL(`http://localhost/sign-in/problem?code=${code}`);
  const event = {
    ...{ url, isDataRequest, request: new Request(url), locals: {} },
    cookies: { get: () => undefined },
  } as unknown as RequestEvent;
  const resolve = async () => {
    await load(event as Parameters<typeof load>[0]);
    return new Response('page', { headers: { 'content-type': 'text/html' } });
  };
  return handle({ event, resolve });
}

test.each([
  ['ticket-refused', 401],
  ['cookie-lost', 401],
  ['cas-unavailable', 503],
  ['service-unavailable', 503],
  ['not-admitted', 403],
  ['account-disabled', 403],
  ['made-up', 200],
])('what the page of %s says to people, its status %d says to programs', async (code, status) => {
  const answer = await answered(code);
  expect([answer.status, await answer.text(), answer.headers.get('content-type')]).toEqual([
    status,
    'page',
    'text/html',
  ]);
  expect((await answered(code, true)).status).toBe(200);
});
