import { readFileSync, writeFileSync } from 'node:fs';
import { fillSite } from '../../tests/load/fill-site.ts';
import { messyList } from '../../tests/support/messy-list.ts';
import { median, type Measure } from './measure.ts';
import { asking, signInOfficer, type Ask } from './officer.ts';
import { startSite, type Site } from './site.ts';

/** So many rows first, until the programs are compiled; so many then. */
const [few, many] = [200, 2_000];
const departments = ['教务处', '学生处', '图书馆', '财务处'];

/** P10: a university's list as Excel: looked at, mapped, checked, applied as drafts, and then put into lots. */
export const listImport: Measure = {
  names: ['P10.importS', 'P10.importMB'],
  what: `an Excel list of ${many} matters is uploaded, checked and applied on SQLite; by how much memory grows at most`,
  run: async (context) => {
    let cookie = '';
    const site = await startSite(context, {
      what: 'a site with the matters of the demo and a reform officer',
      env: { NO_WEB: '1' },
      prepare: (env) =>
        fillSite(env, async (deps) => {
          cookie = await signInOfficer(deps);
        }),
    });
    await bring(site, cookie, { round: 0, rows: few });
    const seconds: number[] = [];
    const grown: number[] = [];
    for (let round = 1; round <= 3; round += 1) {
      const before = peakMemoryFrom(site.pid);
      const begin = performance.now();
      await bring(site, cookie, { round, rows: many });
      seconds.push((performance.now() - begin) / 1000);
      grown.push(peakMB(site.pid) - before);
      context.progress(`round ${round} of 3: ${seconds.at(-1)!.toFixed(1)} s, ${grown.at(-1)!.toFixed(0)} MB more`);
    }
    return { 'P10.importS': median(seconds), 'P10.importMB': Math.max(...grown) };
  },
};

interface List {
  readonly round: number;
  readonly rows: number;
}

/** Each round brings matters that the ones before it did not have. */
async function bring(site: Site, cookie: string, { round, rows }: List): Promise<void> {
  const ask = asking(site, cookie);
  const id = await upload(site, cookie, { round, rows });
  await map(ask, id);
  const check = await ask<{ rows: number; faultCount: number }>('GET', `/api/console/imports/${id}/check`);
  if (check.rows !== rows || check.faultCount > 0)
    throw new Error(`the list is not understood: ${JSON.stringify(check).slice(0, 300)}`);
  const { created } = await ask<{ created: number }>('POST', `/api/console/imports/${id}/apply`, {
    withoutFaulty: false,
    batchTitle: null,
  });
  if (created !== rows) throw new Error(`of ${rows} matters ${created} became drafts`);
}

async function upload({ origin }: Site, cookie: string, { round, rows }: List): Promise<string> {
  const list = await messyList(
    Array.from({ length: rows }, (_, index) => ({
      name: `第${round}批搬来的事项第${index}项`,
      department: departments[Math.floor((index * departments.length) / rows)]!,
      promised: `${index % 30}个工作日`,
    })),
  );
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(list)]), '清单.xlsx');
  const headers = { cookie, 'sec-fetch-site': 'same-origin', 'idempotency-key': crypto.randomUUID() };
  const answer = await fetch(`${origin}/api/console/imports`, { method: 'POST', headers, body: form });
  if (!answer.ok) throw new Error(`the list is not taken: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { id: string }).id;
}

/** As the columns are proposed. */
async function map(ask: Ask, id: string): Promise<void> {
  const { columns } = await ask<{ columns: { target: string | null }[] }>('GET', `/api/console/imports/${id}`);
  const mapping = columns.map(({ target }) => target);
  await ask('PUT', `/api/console/imports/${id}/mapping`, { table: 0, mapping });
}

/** Lets the kernel count the peak anew, and answers what is held now. Linux: proc_pid_clear_refs(5). */
function peakMemoryFrom(pid: number): number {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
  return peakMB(pid);
}

/** Megabytes that a process has held at most since the peak was counted anew. */
function peakMB(pid: number): number {
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}
