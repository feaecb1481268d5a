import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { residentMB } from '../../scripts/bench/process-figures.ts';
import type { Submission } from '../load/submissions.ts';
import { pdf } from '../support/material/sample-files.ts';
import { startFaultSite, type FaultSite } from './support/fault-site.ts';

const maxBytes = 25 * 1024 * 1024;
/** Twice as many as are received at once, so that some wait. */
const people = 16;

let site: FaultSite;
beforeAll(async () => {
  site = await startFaultSite({
    drafts: people + 1,
    maxBytes,
    env: { NO_JOBS: '1' },
    // The places of the files are free.
    more: async ({ orm }) => void (await orm.em.fork().execute('delete from materials')),
  });
}, 120_000);
afterAll(() => site.close());

async function upload(file: Buffer, { draftId, cookie }: Submission): Promise<number> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(file)]), '凭证.pdf');
  const address = `${site.app().origin}/api/drafts/${draftId}/materials/receipt`;
  const headers = { cookie, 'sec-fetch-site': 'same-origin' };
  const answer = await fetch(address, { method: 'POST', headers, body: form });
  await answer.arrayBuffer();
  return answer.status;
}

test('R-FILE-2: 400 MB that arrive at once are all taken, and pass through a fraction of the memory', async () => {
  const body = randomBytes(maxBytes - 2_000).toString('latin1');
  const large = pdf({ objects: [`<< /Length ${body.length} >>\nstream\n${body}\nendstream`] });
  const [first, ...others] = site.drafts;
  // The thread that looks into files is there from the first one on.
  expect(await upload(pdf(), first!)).toBe(201);
  const { pid } = site.app();
  const before = residentMB(pid);
  let most = before;
  const look = setInterval(() => (most = Math.max(most, residentMB(pid))), 20);
  const statuses = await Promise.all(others.map((draft) => upload(large, draft))).finally(() => clearInterval(look));
  expect(new Set(statuses)).toEqual(new Set([201]));
  // About 85 where it is measured with nothing else; without the care that is taken it is 260.
  expect(most - before).toBeLessThan(170);
}, 180_000);
