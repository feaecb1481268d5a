import { createApp } from '../../apps/api/src/app.ts';
import { entities } from '../../apps/api/src/database/entities.ts';
import { migrate, openOrm } from '../../apps/api/src/database/index.ts';
import { modules } from '../../apps/api/src/modules/index.ts';
import type { Deps } from '../../apps/api/src/platform/endpoint/index.ts';
import { createLogger } from '../../apps/api/src/platform/logger/index.ts';
import { readConfiguration } from './configuration.ts';

const patientDeadlines = { acquire: 60_000, statement: 3_600_000, commit: 60_000 };

/** All that a command of the API works with, on an up-to-date database, without listening and without jobs. */
export async function withDeps<T>(work: (deps: Deps) => Promise<T>): Promise<T> {
  const config = readConfiguration();
  const orm = await openOrm({ url: config.database.url, entities, poolSize: 4, deadlines: patientDeadlines });
  try {
    await migrate(orm);
    return await work(createApp({ config, orm, log: createLogger({ level: 'warn' }), modules }).deps);
  } finally {
    await orm.close(true);
  }
}
