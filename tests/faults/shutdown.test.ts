import { setTimeout as rest } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startFaultSite, type FaultSite } from './support/fault-site.ts';
import { findOrphans, readWritten } from './support/find-orphans.ts';
import { isDone, submit } from './support/submit.ts';

const applicants = 120;

let site: FaultSite;
beforeAll(async () => {
  site = await startFaultSite({ drafts: applicants });
}, 60_000);
afterAll(() => site.close());

test('F-11: a server that is told to end (SIGTERM) gives the answers that it has begun, says so with its exit status, and what it did not begin is done by the next one', async () => {
  const app = site.app();
  const answers = Promise.all(site.drafts.map((draft) => submit(app.origin, draft)));
  await rest(150);
  const status = await app.stop();
  const given = (await answers).filter(isDone);
  expect(status).toBe(0);
  // Only connections that were never taken got nothing: every answer that came is a whole one.
  const written = await site.look(readWritten);
  expect(written.cases.length).toBe(given.length);
  expect(findOrphans(written)).toEqual([]);
  await site.again();
  const again = await Promise.all(site.drafts.map((draft) => submit(site.app().origin, draft)));
  expect(again.filter((answer) => !isDone(answer))).toEqual([]);
  expect((await site.look(readWritten)).cases.length).toBe(applicants);
}, 60_000);
