import { spawn, type ChildProcess, type SpawnOptions, type StdioOptions } from 'node:child_process';
import { root } from './paths.ts';
import { Stop } from './say.ts';

const children = new Set<ChildProcess>();
const endings: Partial<Record<NodeJS.Signals, number>> = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/** A script that is told to stop takes its children with it: nothing is left running. */
function stopWithChildren(signal: NodeJS.Signals): void {
  for (const child of children) child.kill(signal);
  process.exit(endings[signal]);
}

function watch(child: ChildProcess): void {
  if (children.size === 0) for (const signal of Object.keys(endings)) process.on(signal, stopWithChildren);
  children.add(child);
  child.once('close', () => {
    children.delete(child);
    // A server that starts later in this process ends in its own way.
    if (children.size === 0) for (const signal of Object.keys(endings)) process.off(signal, stopWithChildren);
  });
}

function start(args: readonly string[], options: SpawnOptions): ChildProcess {
  const [command, ...rest] = args as [string, ...string[]];
  const child = spawn(command, rest, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options });
  watch(child);
  return child;
}

export interface RunOptions extends SpawnOptions {
  /** Takes what a Node program hands over by `process.send`. */
  readonly onMessage?: (message: unknown) => void;
}

/** Runs a command with its output shown as it comes; answers its exit status (128 when a signal ended it). */
export function run(args: readonly string[], { onMessage, ...options }: RunOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const stdio: StdioOptions = ['ignore', 'inherit', 'inherit'];
    const child = start(args, onMessage === undefined ? options : { stdio: [...stdio, 'ipc'], ...options });
    if (onMessage !== undefined) child.on('message', onMessage);
    child.on('error', (error) => reject(new Stop(`${args[0]} could not be started: ${error.message}`)));
    child.on('exit', (code) => resolve(code ?? 128));
  });
}

/** Runs a command and hands back what it wrote to standard output; standard error goes to the terminal. */
export function read(args: readonly string[], options: SpawnOptions = {}): Promise<{ status: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = start(args, { ...options, stdio: ['ignore', 'pipe', 'inherit'] });
    const parts: Buffer[] = [];
    child.stdout?.on('data', (part: Buffer) => parts.push(part));
    child.on('error', (error) => reject(new Stop(`${args[0]} could not be started: ${error.message}`)));
    child.on('close', (code) => resolve({ status: code ?? 128, output: Buffer.concat(parts).toString('utf8') }));
  });
}

/** `run` for a step that must succeed. */
export async function mustRun(what: string, args: readonly string[], options: RunOptions = {}): Promise<void> {
  const status = await run(args, options);
  if (status !== 0) throw new Stop(`${what} failed (exit status ${status}). The lines above say why.`);
}
