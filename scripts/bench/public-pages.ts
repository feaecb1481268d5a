import { getDemoMatterByName } from '../../apps/api/src/database/seeds/demo/index.ts';
import { fillSite } from '../../tests/load/fill-site.ts';
import { compare, lowerRatio } from './compare.ts';
import { startLoadGenerator } from './load/load-generator.ts';
import { browserHeaders, requestText } from './load/request-text.ts';
import type { Figures, Measure } from './measure.ts';
import { startSite } from './site.ts';
import { recordAnswer, startSameBytesServer } from './yardsticks/same-bytes-server.ts';

const rounds = 5;
const connections = 16;
const seconds = 3;

/** A matter with a full guide. */
const { code } = getDemoMatterByName('学生证补办/换发');
const pages = {
  'P1.list.json': '/api/matters?limit=20',
  'P1.list.html': '/matters',
  'P1.guide.json': `/api/matters/${code}`,
  'P1.guide.html': `/matters/${code}`,
};

/** P1: what an anonymous visitor gets over and over. */
export const publicPages: Measure = {
  names: Object.keys(pages),
  what: 'catalog list and guide for anonymous visitors, by node:http sending the same bytes in the same encoding',
  run: async (context) => {
    const site = await startSite(context, {
      what: 'a site with the matters of the demo',
      prepare: (env) => fillSite(env),
    });
    const bytes = await startSameBytesServer(context);
    const load = startLoadGenerator(context);
    const figures: Record<string, number> = {};
    for (const [name, path] of Object.entries(pages)) {
      // The first answer fills the memory; the packed ones are made behind it.
      await recordAnswer(site.port, path, browserHeaders);
      await new Promise((resolve) => setTimeout(resolve, 500));
      const answer = await recordAnswer(site.port, path, browserHeaders);
      await bytes.give([answer]);
      context.progress(
        `${name}: ${answer.headers['content-length']} bytes, ${answer.headers['content-encoding'] ?? 'not packed'}`,
      );
      const order = (port: number) => () => ({ port, connections, seconds, requests: [requestText(path)] });
      const found = await compare(context, load, {
        what: name,
        rounds,
        ours: { name: 'ours', pids: [site.pid], order: order(site.port) },
        yardstick: { name: 'the same bytes', pids: [bytes.pid], order: order(bytes.port) },
      });
      figures[name] = lowerRatio(found);
    }
    return figures satisfies Figures;
  },
};
