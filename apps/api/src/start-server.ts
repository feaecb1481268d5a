import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createApp, type App } from './app.ts';
import { entities } from './database/entities.ts';
import { familyOf, migrate, openOrm, type Orm } from './database/index.ts';
import { seedReference } from './database/seeds/reference/seed-reference.ts';
import { embeddedCas } from './modules/identity/index.ts';
import { modules } from './modules/index.ts';
import { systemClock } from './platform/clock/index.ts';
import {
  CannotStart,
  loadConfig,
  withDevelopmentKeys,
  type Config,
  type Environment,
} from './platform/config/index.ts';
import type { ApiModule } from './platform/endpoint/index.ts';
import {
  checkDurability,
  closeServers,
  createHttpServer,
  frontDoor,
  listen,
  preparePageEnvironment,
  type HttpHandler,
} from './platform/http/index.ts';
import { createLogger, type Log } from './platform/logger/index.ts';

export interface RunningServer {
  readonly app: App;
  readonly config: Config;
  readonly port: number;
  /** What to type into a browser. */
  readonly address: string;
  /** Lets requests and jobs end, then closes everything. */
  stop(): Promise<void>;
}

const pagesHandler = new URL('../../web/build/handler.js', import.meta.url);
const patientDeadlines = { acquire: 60_000, statement: 3_600_000, commit: 60_000 };
const stopPatience = 10_000;

/**
 * Reads the configuration, migrates the database, loads what is held in memory and listens: one process, one port.
 * @throws ConfigError, CannotStart
 */
export async function startServer(environment: Environment): Promise<RunningServer> {
  const config = loadConfig(withDevelopmentKeys(environment));
  const log = createLogger({ level: config.logLevel });
  if (config.migratesAtStart) await migrateAtStart(config, log);
  const orm = await openOrm({ url: config.database.url, entities, poolSize: config.database.poolSize });
  try {
    return await serve(config, log, orm);
  } catch (error) {
    await orm.close(true);
    throw error;
  }
}

async function serve(config: Config, log: Log, orm: Orm): Promise<RunningServer> {
  await checkDurability(orm, log);
  const internalKey = config.internalKey ?? randomBytes(32).toString('base64url');
  const app = createApp({ config, orm, log, modules: [...modules, ...(await demoModules(config))], internalKey });
  const pages = config.hasWeb ? await loadPages(internalKey) : undefined;
  await app.start();
  const handler = makeHandler(app, config, { pages, log });
  const hosts = config.mode === 'production' ? ['::'] : ['127.0.0.1', '::1'];
  const { servers, port } = await listen(() => createHttpServer(handler), hosts, config.port).catch(async (error) => {
    await app.stop();
    throw error;
  });
  process.env.API_ORIGIN ??= `http://127.0.0.1:${port}`;
  const address = config.mode === 'production' ? config.origin : `http://localhost:${port}`;
  log.info({ port, mode: config.mode }, 'listening');
  return {
    app,
    config,
    port,
    address,
    stop: async () => {
      app.readiness.close();
      await closeServers(servers, stopPatience);
      await app.stop();
      await orm.close(true);
    },
  };
}

/** The CAS of a demo, whose people a production process never loads. */
async function demoModules(config: Config): Promise<ApiModule[]> {
  if (!config.cas.isEmbedded) return [];
  const { demoCasPersonas } = await import('./database/seeds/demo/people/index.ts');
  return [embeddedCas(demoCasPersonas)];
}

function makeHandler(
  app: App,
  config: Config,
  { pages, log }: { pages: HttpHandler | undefined; log: Log },
): HttpHandler {
  const koa = app.koa.callback();
  return frontDoor({
    api: (request, response) => void koa(request, response),
    inside: app.inside,
    pages,
    publicCache: app.deps.publicCache,
    metrics: app.metrics,
    log,
    origin: config.origin,
    isSecure: config.isSecure,
    trustedProxies: config.trustedProxies,
    hasFixedHost: config.mode === 'production',
  });
}

/** With deadlines of its own: changing a large table takes as long as it takes. */
async function migrateAtStart(config: Config, log: Log): Promise<void> {
  const orm: Orm = await openOrm({ url: config.database.url, entities, poolSize: 2, deadlines: patientDeadlines });
  try {
    const ran = await migrate(orm);
    if (ran.length > 0) log.info({ ran, family: familyOf(config.database.url) }, 'the database was migrated');
    const years = await seedReference({ orm, clock: systemClock });
    if (years.length > 0) log.info({ years }, 'working calendars were added');
  } finally {
    await orm.close(true);
  }
}

async function loadPages(internalKey: string): Promise<HttpHandler> {
  if (!existsSync(pagesHandler))
    throw new CannotStart('the pages are not built: run `npm start`, or set NO_WEB=1 for the API alone');
  preparePageEnvironment(process.env, { internalKey });
  const { handler } = (await import(pagesHandler.href)) as { handler: HttpHandler };
  return handler;
}
