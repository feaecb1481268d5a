import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { residentMB } from '../../scripts/bench/process-figures.ts';
import type { Submission } from '../load/submissions.ts';
import { pdf } from '../support/material/sample-files.ts';
import { startFaultSite, type FaultSite } from './support/fault-site.ts';

const maxBytes = 25 * 1024 * 1024;
const people = 50;

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

test('R-FILE-2: fifty files of 25 MB at once are taken, or told to come later, in less than 50 MB of memory', async () => {
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
  // On a slow disk the last ones have waited for longer than anybody should.
  expect(statuses.filter((status) => status !== 201 && status !== 503)).toEqual([]);
  expect(statuses.filter((status) => status === 201).length).toBeGreaterThanOrEqual(16);
  expect(most - before).toBeLessThan(50);
}, 240_000);
