import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

export interface StartOptions {
  command: string;
  args: readonly string[];
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Answers true when the process serves; asked every 100 ms. */
  isReady: () => Promise<boolean>;
  /** Milliseconds until an unready process counts as failed. */
  timeoutMs?: number;
}

/** A server that a test started, and will end. */
export interface Child {
  readonly pid: number;
  /** All that it has written so far, standard output and error together. */
  output(): string;
  isRunning(): boolean;
  /** Asks it to end (SIGTERM), waits up to 10 s, then kills it; answers its exit status. */
  stop(): Promise<number | null>;
  /** `kill -9`. */
  kill(): Promise<void>;
}

function exited(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)));
}

async function stop(child: ChildProcess): Promise<number | null> {
  const end = exited(child);
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
  const status = await end;
  clearTimeout(late);
  return status;
}

async function untilReady(child: ChildProcess, options: StartOptions, output: () => string): Promise<void> {
  const deadline = Date.now() + (options.timeoutMs ?? 30_000);
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    if (await options.isReady()) return;
    await sleep(100);
  }
  child.kill('SIGKILL');
  throw new Error(`${options.command} ${options.args.join(' ')} did not become ready:\n${output()}`);
}

/** Starts a server and waits until it answers. */
export async function startChild(options: StartOptions): Promise<Child> {
  const child = spawn(options.command, options.args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (written = (written + text).slice(-1_000_000)));
  }
  const output = () => written;
  // No server outlives the tests that started it, however they end.
  const atExit = () => child.kill('SIGKILL');
  process.once('exit', atExit);
  child.once('exit', () => process.off('exit', atExit));
  child.once('error', (error) => (written += String(error)));
  await untilReady(child, options, output);
  return {
    pid: child.pid as number,
    output,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    stop: () => stop(child),
    kill: async () => {
      const end = exited(child);
      child.kill('SIGKILL');
      await end;
    },
  };
}

/** True when a URL answers with status 200 within 2 s. */
export async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2000), redirect: 'manual' });
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    return false;
  }
}
