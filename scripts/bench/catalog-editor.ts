import { contentFields, fieldPaths } from '@yitang/domain/catalog';
import { demoMatters, demoOnlineMatters } from '../../apps/api/src/database/seeds/demo/index.ts';
import { fillSite } from '../../tests/load/fill-site.ts';
import { startLoadGenerator } from './load/load-generator.ts';
import { requestText } from './load/request-text.ts';
import { asking, signInOfficer, type Ask } from './officer.ts';
import { cpuSeconds } from './process-figures.ts';
import { percentile, type BenchContext, type Measure } from './measure.ts';
import { startSite, type Site } from './site.ts';

/** Of saves, until the programs are compiled. */
const warmingUp = 100;
const saves = 600;
const seconds = 5;

/** P10: what somebody waits for who writes the catalog alone, whichever section and matter it is. */
export const catalogEditor: Measure = {
  names: ['P10.saveMs', 'P10.compareMs'],
  what: `the editor of a catalog of ${demoMatters.length} matters on SQLite: a section of a draft is saved, two versions are compared`,
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
    return {
      'P10.saveMs': await savingMs(context, site, cookie),
      'P10.compareMs': await comparingMs(context, site, cookie),
    };
  },
};

interface Draft {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
  revision: number;
}

/** Every section with words in it, of the matters with forms and routes, in turn; each save changes something. */
async function savingMs({ progress }: BenchContext, site: Site, cookie: string): Promise<number> {
  const ask = asking(site, cookie);
  const drafts = await Promise.all(demoOnlineMatters.map(({ matterCode }) => beginDraft(ask, matterCode)));
  const work = drafts.flatMap((draft) => sectionsOf(draft).map((fields) => ({ draft, fields })));
  const took: number[] = [];
  let cpu = 0;
  for (let turn = 0; turn < warmingUp + saves; turn += 1) {
    const { draft, fields } = work[turn % work.length]!;
    const values = Object.fromEntries(fields.map(([path, value]) => [path, reworded(value, turn)]));
    const begin = performance.now();
    const saved = await ask<{ revision: number }>('PUT', `/api/console/drafts/${draft.id}/fields`, {
      revision: draft.revision,
      values,
    });
    if (turn >= warmingUp) took.push(performance.now() - begin);
    else cpu = cpuSeconds(site.pid);
    if (saved.revision !== draft.revision + 1) throw new Error('a save changed nothing');
    draft.revision = saved.revision;
  }
  const each = ((cpuSeconds(site.pid) - cpu) * 1000) / saves;
  progress(
    `saves of ${work.length} sections: p50 ${percentile(took, 0.5).toFixed(1)} ms, CPU ${each.toFixed(1)} ms each`,
  );
  return percentile(took, 0.95);
}

/** The matters that were opened for the net: between their versions form, route and guide have changed. */
async function comparingMs(context: BenchContext, site: Site, cookie: string): Promise<number> {
  const requests = demoOnlineMatters.map(({ matterCode }) =>
    requestText(`/api/console/compare?matter=${matterCode}`, { headers: { cookie } }),
  );
  const order = { port: site.port, connections: 1, seconds, requests };
  const load = startLoadGenerator(context);
  await load.run(order);
  const cpu = cpuSeconds(site.pid);
  const { answers, p50ms, p95ms } = await load.run(order);
  const each = ((cpuSeconds(site.pid) - cpu) * 1000) / answers;
  context.progress(`${answers} comparisons: p50 ${p50ms.toFixed(1)} ms, CPU ${each.toFixed(1)} ms each`);
  return p95ms;
}

async function beginDraft(ask: Ask, code: string): Promise<Draft> {
  const { id } = await ask<{ id: string }>('POST', '/api/console/drafts', { operation: 'change', code });
  return ask<Draft>('GET', `/api/console/drafts/${id}`);
}

/** All fields of each section, as the draft has them; sections without words are left out. */
function sectionsOf({ fields }: Draft): [string, unknown][][] {
  const bySection = Map.groupBy(fieldPaths, (path) => contentFields[path].section);
  return [...bySection.values()]
    .map((paths) => paths.map((path): [string, unknown] => [path, fields[path] ?? null]))
    .filter((section) => section.some(([, value]) => JSON.stringify(value).includes('"zh":"')));
}

/** The same with another end of the first Chinese text. */
function reworded(value: unknown, turn: number): unknown {
  return JSON.parse(JSON.stringify(value).replace(/"zh":"([^"\\]*)"/, `"zh":"$1 ${turn}"`));
}
