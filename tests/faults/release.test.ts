import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeRelease } from '../../scripts/lib/write-release.ts';
import { fillSite } from '../load/fill-site.ts';
import { answers, startChild, type Child } from '../support/processes/child.ts';
import { freePort } from '../support/processes/free-port.ts';

const folder = mkdtempSync(join(tmpdir(), 'yitang-release-'));
let site: Child | undefined;
let origin = '';

beforeAll(async () => {
  await writeRelease(folder);
  const port = await freePort();
  origin = `http://localhost:${port}`;
  const env = {
    ...process.env,
    YITANG_MODE: 'demo',
    PORT: String(port),
    PUBLIC_ORIGIN: origin,
    DATABASE_URL: `sqlite:${folder}/yitang.db`,
    FILES_FOLDER: `${folder}/files`,
    LOG_LEVEL: 'warn',
  };
  await fillSite(env);
  const isReady = () => answers(`http://127.0.0.1:${port}/readyz`);
  const args = ['scripts/run.mjs', 'serve'];
  site = await startChild({ command: process.execPath, args, cwd: folder, env, isReady, timeoutMs: 60_000 });
}, 180_000);
afterAll(async () => {
  await site?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function get(path: string): Promise<{ status: number; begin: string }> {
  const answer = await fetch(`${origin}${path}`);
  return { status: answer.status, begin: Buffer.from(await answer.arrayBuffer()).toString('latin1', 0, 8) };
}

test('a release serves pages, prints and writes sheets without what builds and tests it', async () => {
  const { items } = (await (await fetch(`${origin}/api/matters?limit=1`)).json()) as { items: { code: string }[] };
  expect(await get('/matters')).toEqual({ status: 200, begin: '<!doctyp' });
  expect(await get(`/api/matters/${items[0]!.code}/guide.pdf`)).toMatchObject({ status: 200, begin: '%PDF-1.7' });
  expect(await get('/api/open/catalog.xlsx')).toMatchObject({ status: 200, begin: expect.stringMatching(/^PK/) });
});
