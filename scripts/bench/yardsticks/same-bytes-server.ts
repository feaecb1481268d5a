import { fork } from 'node:child_process';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { fromRoot } from '../../lib/paths.ts';
import type { BenchContext } from '../measure.ts';
import type { ReadyAnswer } from './same-bytes.ts';

export interface SameBytesServer {
  readonly pid: number;
  readonly port: number;
  /** From now on it answers with these and nothing else. */
  give(answers: readonly ReadyAnswer[]): Promise<void>;
}

/** Starts the yardstick in a process of its own; it ends with the measure. */
export async function startSameBytesServer(context: BenchContext): Promise<SameBytesServer> {
  const child = fork(fromRoot('scripts/bench/yardsticks/same-bytes.ts'), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  context.after(() => void child.kill());
  const [port] = (await once(child, 'message')) as [number];
  return {
    pid: child.pid!,
    port,
    give: async (answers) => {
      child.send(answers);
      await once(child, 'message');
    },
  };
}

/** Made anew for each answer by every server. */
const ownHeaders = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length', 'x-request-id']);

/** What our server answers, to the byte and in the encoding in which it was sent. */
export async function recordAnswer(
  port: number,
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<ReadyAnswer> {
  const response = await new Promise<IncomingMessage>((resolve, reject) =>
    get({ host: '127.0.0.1', port, path: url, headers }, resolve).once('error', reject),
  );
  const body = await buffer(response);
  if (response.statusCode !== 200)
    throw new Error(`${url} answers ${response.statusCode}:\n${body.toString('utf8').slice(0, 1000)}`);
  const kept = Object.entries(response.headers).filter(([name]) => !ownHeaders.has(name));
  return {
    url,
    headers: {
      ...Object.fromEntries(kept.map(([name, value]) => [name, String(value)])),
      'content-length': String(body.length),
    },
    body: body.toString('base64'),
  };
}

/** The same for many addresses, a few at a time. */
export async function recordAnswers(
  port: number,
  urls: readonly string[],
  headers: Readonly<Record<string, string>>,
): Promise<ReadyAnswer[]> {
  const answers: ReadyAnswer[] = [];
  const queue = [...urls];
  const work = async (): Promise<void> => {
    for (let url = queue.pop(); url !== undefined; url = queue.pop())
      answers.push(await recordAnswer(port, url, headers));
  };
  await Promise.all(Array.from({ length: 8 }, work));
  return answers;
}
