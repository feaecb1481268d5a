import { rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient, endpoints, type Client, type Endpoints } from '@yitang/contract';
import { createApp, type App } from '../../apps/api/src/app.ts';
import { catalogKey } from '../../apps/api/src/modules/catalog/index.ts';
import { modules as allModules } from '../../apps/api/src/modules/index.ts';
import { fixedClock, type FixedClock } from '../../apps/api/src/platform/clock/index.ts';
import { familyOfEm, type Orm } from '../../apps/api/src/database/index.ts';
import type { Config } from '../../apps/api/src/platform/config/index.ts';
import type { ApiModule, Call, Deps } from '../../apps/api/src/platform/endpoint/index.ts';
import { newId } from '../../apps/api/src/platform/ids/index.ts';
import { createLogger } from '../../apps/api/src/platform/logger/index.ts';
import type { Principal } from '../../apps/api/src/platform/principal/index.ts';
import { openTestDatabase, statementCounter, type TestDatabase, type TestDatabaseOptions } from './test-database.ts';
import { anonymous } from './principals.ts';
import { testConfig } from './test-config.ts';

export interface TestAppOptions {
  /** Default: all of them. */
  readonly modules?: readonly ApiModule[];
  readonly now?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly database?: TestDatabaseOptions;
  /** Use this open database with its tables instead of a fresh one; it stays open. */
  readonly orm?: Orm;
  /** Fill the database before modules load what they hold in memory. */
  readonly seed?: (deps: Deps) => Promise<void>;
}

export interface TestApp extends App {
  readonly config: Config;
  readonly database: TestDatabase;
  readonly clock: FixedClock;
  readonly base: string;
  /** Everything that was logged, one JSON text a line. */
  readonly logLines: readonly string[];
  /** `fetch` as a principal; without one, as nobody. Cookies that answers set are not kept: see `signIn`. */
  fetchAs(principal?: Principal): typeof fetch;
  /** The typed client as a principal: `app.as(student).submitDraft({ params, idempotencyKey })`. */
  as(principal?: Principal): Client<Endpoints>;
  /** For commands and queries without HTTP; `em` is fresh for each. */
  call(principal?: Principal): Call;
  /** Statements that the database was sent during `work`; from then on this app sees publications of others no more. */
  statements(work: () => Promise<unknown>): Promise<string[]>;
  /** Does all jobs that are due, and those that they make. */
  runJobs(): Promise<number>;
  close(): Promise<void>;
}

/**
 * The whole API on a free port with a database of its own (SQLite in memory, or the server of TEST_DATABASE_URL) and a
 * clock that stands still. Principals are handed in by a header that only this test app understands.
 */
export async function createTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const counter = statementCounter();
  const database = options.orm
    ? borrow(options.orm)
    : await openTestDatabase({ onStatement: counter.onStatement, ...options.database });
  try {
    return await startTestApp(options, database, counter);
  } catch (error) {
    await database.close();
    throw error;
  }
}

const borrow = (orm: Orm): TestDatabase => ({
  orm,
  url: 'sqlite::memory:',
  family: familyOfEm(orm.em),
  close: async () => undefined,
});

async function startTestApp(
  options: TestAppOptions,
  database: TestDatabase,
  counter: ReturnType<typeof statementCounter>,
): Promise<TestApp> {
  const config = testConfig({ DATABASE_URL: database.url, NO_JOBS: '1', ...options.environment });
  const clock = fixedClock(options.now ?? '2026-03-02T02:00:00Z');
  const logLines: string[] = [];
  const log = createLogger({ level: 'debug', destination: { write: (line) => void logLines.push(line) } });
  const impersonated = new Map<string, Principal>();
  const app = createApp({
    config,
    orm: database.orm,
    log,
    clock,
    modules: [impersonation(impersonated), ...(options.modules ?? allModules)],
  });
  await options.seed?.(app.deps);
  await app.start();
  const server = await listen(app);
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const fetchAs = impersonatingFetch(impersonated, config);
  return {
    ...app,
    config,
    database,
    clock,
    base,
    logLines,
    fetchAs,
    as: (principal) => createClient(endpoints, withKey(fetchAs(principal)), base),
    call: (principal = anonymous()) => makeCall(app.deps, principal),
    statements: (work) => {
      // The look for what other instances have published is nobody's read.
      app.deps.services.find(catalogKey)?.stop();
      return counter.during(work);
    },
    runJobs: () => app.deps.jobs.runUntilIdle(app.deps),
    close: async () => {
      await app.stop();
      server.close();
      server.closeAllConnections();
      await database.close();
      rmSync(config.filesFolder, { recursive: true, force: true });
    },
  };
}

/** A form brings a key of its own with what it sends; a test that cares names one, or '' for none. */
const withKey =
  (send: typeof fetch): typeof fetch =>
  (input, init = {}) => {
    const headers = new Headers(init.headers);
    if (init.method === 'POST' && !headers.has('idempotency-key')) headers.set('idempotency-key', newId());
    return send(input, { ...init, headers });
  };

/** Stands in front of the identity module's own source of principals. */
function impersonation(known: ReadonlyMap<string, Principal>): ApiModule {
  return {
    name: 'impersonation',
    mount: () => [
      async (ctx, next) => {
        const principal = known.get(ctx.get('x-test-principal'));
        const { requestId } = ctx.state as { requestId: string };
        if (principal !== undefined) Object.assign(ctx.state, { principal: { ...principal, requestId } });
        await next();
      },
    ],
  };
}

function impersonatingFetch(known: Map<string, Principal>, config: Config): (principal?: Principal) => typeof fetch {
  return (principal) => {
    const name = newId();
    if (principal !== undefined) known.set(name, principal);
    return (input, init = {}) => {
      const headers = new Headers(init.headers);
      if (principal !== undefined) headers.set('x-test-principal', name);
      if (!headers.has('origin')) headers.set('origin', config.origin);
      if (!headers.has('accept-language')) headers.set('accept-language', 'zh-CN');
      return fetch(input, { redirect: 'manual', ...init, headers });
    };
  };
}

async function listen(app: App): Promise<Server> {
  const handle = app.koa.callback();
  const server = createServer((request, response) =>
    app.deps.publicCache.serve(request, response, (...given) => void handle(...given)),
  );
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return server;
}

function makeCall(deps: Deps, principal: Principal): Call {
  const em = deps.orm.em.fork() as Call['em'];
  return {
    deps,
    em,
    principal,
    now: deps.clock.now(),
    trace: { auditRows: 0, isReplay: false },
    ctx: undefined as never,
  };
}
