import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { fromRoot, root } from '../../../scripts/lib/paths.ts';
import { answers, startChild, type Child } from './child.ts';
import { freePort } from './free-port.ts';

export interface StartedApp extends Child {
  /** `http://localhost:PORT` */
  readonly origin: string;
  /** Its own folder: database (unless DATABASE_URL was given), files, keys. */
  readonly folder: string;
  /** Starts the same app again, on the same port with the same data; the one before must have ended. */
  again(): Promise<StartedApp>;
  /** Ends it and removes its folder. */
  remove(): Promise<void>;
}

export interface AppOptions {
  env?: NodeJS.ProcessEnv;
  /** Fills the empty database and folder, given the environment of the app, before it is started for the first time. */
  prepare?: (env: NodeJS.ProcessEnv) => Promise<unknown>;
  /** Milliseconds to become ready. */
  timeoutMs?: number;
  /** Where its folder is made, from the checkout; `var/test` unless said otherwise. */
  within?: string;
  /** For Node, before the program: a profile, a smaller heap. */
  nodeOptions?: readonly string[];
}

function environment(port: number, folder: string, env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    ...process.env,
    YITANG_MODE: 'demo',
    NODE_ENV: 'production',
    PORT: String(port),
    PUBLIC_ORIGIN: `http://localhost:${port}`,
    DATABASE_URL: `sqlite:${folder}/yitang.db`,
    FILES_FOLDER: `${folder}/files`,
    LOG_LEVEL: 'warn',
    ...env,
  };
}

/** The real server as `npm start` runs it, in a process of its own, with an empty folder under var/ and a free port. */
export async function startApp(options: AppOptions = {}): Promise<StartedApp> {
  const { within = 'var/test' } = options;
  await mkdir(fromRoot(within), { recursive: true });
  const folder = await mkdtemp(fromRoot(within, 'app-'));
  const port = await freePort();
  await options.prepare?.(environment(port, folder, options.env ?? {}));
  return startIn(folder, port, options);
}

async function startIn(folder: string, port: number, options: AppOptions): Promise<StartedApp> {
  const origin = `http://localhost:${port}`;
  const child = await startChild({
    command: process.execPath,
    args: [...(options.nodeOptions ?? []), fromRoot('apps/api/src/main.ts')],
    cwd: root,
    env: environment(port, folder, options.env ?? {}),
    isReady: () => answers(`http://127.0.0.1:${port}/readyz`),
    timeoutMs: options.timeoutMs ?? 60_000,
  });
  return {
    ...child,
    origin,
    folder,
    again: () => startIn(folder, port, options),
    remove: async () => {
      if (child.isRunning()) await child.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
