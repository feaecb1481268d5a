import { fillSite } from '../../load/fill-site.ts';
import { openDatabase } from '../../load/open-database.ts';
import { prepareSubmissions, publishAlike, type Submission } from '../../load/submissions.ts';
import type { Em } from '../../../apps/api/src/database/index.ts';
import type { Deps } from '../../../apps/api/src/platform/endpoint/index.ts';
import { startApp, type StartedApp } from '../../support/processes/start-app.ts';
import { freshDatabase } from '../../support/test-database.ts';

/** The real server in a process of its own, on a database of its own, with drafts that only have to be submitted. */
export interface FaultSite {
  readonly port: number;
  readonly databaseUrl: string;
  readonly drafts: readonly Submission[];
  app(): StartedApp;
  /** Starts it again after it was killed or stopped, with the same data. */
  again(): Promise<StartedApp>;
  /** One more instance on the same database and the same folder of files. */
  another(env?: NodeJS.ProcessEnv): Promise<StartedApp>;
  /** Looks at the database behind the server's back. */
  look<T>(work: (em: Em) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface FaultSiteOptions {
  readonly drafts: number;
  /** A file may be so large; as the guide says unless given. */
  readonly maxBytes?: number;
  /** Another database than the one under which the tests run. */
  readonly databaseUrl?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** What else is in the database before the server starts. */
  readonly more?: (deps: Deps) => Promise<void>;
}

const calm = { NO_WEB: '1', READS_PER_MINUTE: '100000', WRITES_PER_MINUTE: '100000', SENSITIVE_PER_MINUTE: '100000' };

export async function startFaultSite(options: FaultSiteOptions): Promise<FaultSite> {
  const given = options.databaseUrl ?? process.env.TEST_DATABASE_URL;
  const fresh = options.databaseUrl === undefined && given !== undefined ? await freshDatabase() : undefined;
  const url = options.databaseUrl ?? fresh?.url;
  const env = { ...calm, ...(url !== undefined && { DATABASE_URL: url }), ...options.env };
  let drafts: Submission[] = [];
  let databaseUrl = '';
  const prepare = async (whole: NodeJS.ProcessEnv): Promise<void> => {
    databaseUrl = whole.DATABASE_URL!;
    await fillSite(whole, fill, { hasCatalog: false });
  };
  const fill = async (deps: Deps): Promise<void> => {
    await publishAlike(deps, 1, options.maxBytes === undefined ? {} : { maxBytes: options.maxBytes });
    drafts = await prepareSubmissions(deps, { count: options.drafts, isSpread: false });
    await options.more?.(deps);
  };
  const others: StartedApp[] = [];
  let app = await startApp({ env, prepare });
  return {
    port: Number(new URL(app.origin).port),
    databaseUrl,
    drafts,
    app: () => app,
    again: async () => (app = await app.again()),
    another: async (more = {}) => {
      const shared = { DATABASE_URL: databaseUrl, FILES_FOLDER: `${app.folder}/files` };
      const other = await startApp({ env: { ...env, ...shared, ...more } });
      others.push(other);
      return other;
    },
    look: async (work) => {
      const orm = await openDatabase(databaseUrl);
      try {
        return await work(orm.em.fork());
      } finally {
        await orm.close(true);
      }
    },
    close: async () => {
      for (const one of [...others, app]) await one.remove();
      await fresh?.drop();
    },
  };
}
