import { createApp } from '../../apps/api/src/app.ts';
import type { Em } from '../../apps/api/src/database/index.ts';
import { firstGuides, firstOnline } from '../../apps/api/src/database/seeds/demo/load/catalog-story.ts';
import { contentOf, loadListedMatters } from '../../apps/api/src/database/seeds/demo/load/load-catalog.ts';
import { demoIds, historyBegan, type LoadContext } from '../../apps/api/src/database/seeds/demo/load/load-context.ts';
import { loadOrganization } from '../../apps/api/src/database/seeds/demo/load/load-organization.ts';
import { defaultDemoSeed, seedReference } from '../../apps/api/src/database/seeds/index.ts';
import { publishMatters } from '../../apps/api/src/modules/catalog/index.ts';
import { modules } from '../../apps/api/src/modules/index.ts';
import { loadConfig, withDevelopmentKeys } from '../../apps/api/src/platform/config/index.ts';
import type { Deps } from '../../apps/api/src/platform/endpoint/index.ts';
import { createLogger } from '../../apps/api/src/platform/logger/index.ts';
import { openDatabase } from './open-database.ts';

/**
 * Fills the database that an environment names with the departments and matters of the demo university, and with what
 * `more` adds; without the matters it is quicker. In this process: the server that is measured starts afterwards, with nothing of it in memory.
 */
export async function fillSite(
  env: NodeJS.ProcessEnv,
  more: (deps: Deps) => Promise<void> = async () => undefined,
  { hasCatalog = true }: { hasCatalog?: boolean } = {},
): Promise<void> {
  const config = loadConfig(withDevelopmentKeys(env));
  const orm = await openDatabase(config.database.url);
  try {
    const { deps } = createApp({ config, orm, log: createLogger({ level: 'warn' }), modules });
    await seedReference(deps);
    const referenceDate = new Intl.DateTimeFormat('sv-SE', { timeZone: config.timeZone }).format(deps.clock.now());
    const ground = { seed: defaultDemoSeed, referenceDate };
    await orm.em.fork().transactional(async (tx) => {
      const context = {
        ...ground,
        em: tx as Em,
        crypto: deps.crypto,
        ids: demoIds(ground),
        began: historyBegan(ground),
      };
      await loadOrganization(context);
      if (hasCatalog) await publishCatalog(context);
    });
    await more(deps);
  } finally {
    await orm.close(true);
  }
}

/** What the demo publishes in its first batches, without the drafts and checks before: nobody looks at these here. */
async function publishCatalog(context: LoadContext): Promise<void> {
  const { em, ids, began } = context;
  await loadListedMatters(context);
  const online = new Map(firstOnline.guides.map((guide) => [guide.matterCode, guide]));
  await publishMatters(
    em,
    { title: firstGuides.title, effectiveFrom: began.day, at: began.at },
    firstGuides.guides.map((guide) => contentOf(online.get(guide.matterCode) ?? guide, ids)),
  );
}
