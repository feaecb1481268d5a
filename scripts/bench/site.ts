import { startApp, type StartedApp } from '../../tests/support/processes/start-app.ts';
import { buildWeb } from '../lib/build-web.ts';
import type { BenchContext } from './measure.ts';

/** A site in a process of its own, as visitors meet it, with limits out of the way. */
export interface Site {
  readonly pid: number;
  readonly port: number;
  readonly origin: string;
  /** Ends it in order and starts it again with the same data and nothing in memory; answers the milliseconds of the start. */
  restart(): Promise<number>;
}

export interface SiteOptions {
  readonly what: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly prepare: (env: NodeJS.ProcessEnv) => Promise<void>;
}

const wideOpen = { READS_PER_MINUTE: '1000000', WRITES_PER_MINUTE: '1000000', SENSITIVE_PER_MINUTE: '1000000' };

/** `BENCH_PROFILE=FOLDER` writes a CPU profile of each site there when it ends. */
const nodeOptions = process.env.BENCH_PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}`] : [];

/** Starts a site that ends with the measure. */
export async function startSite(context: BenchContext, options: SiteOptions): Promise<Site> {
  if (options.env?.NO_WEB !== '1') await buildWeb();
  context.progress(`starting ${options.what}`);
  const env = { ...wideOpen, ...options.env };
  let app: StartedApp = await startApp({
    env,
    prepare: options.prepare,
    within: 'var/bench',
    nodeOptions,
    timeoutMs: 120_000,
  });
  context.after(async () => {
    await app.stop();
    await app.remove();
  });
  return {
    get pid() {
      return app.pid;
    },
    port: Number(new URL(app.origin).port),
    origin: app.origin,
    restart: async () => {
      await app.stop();
      const begin = performance.now();
      app = await app.again();
      return performance.now() - begin;
    },
  };
}
