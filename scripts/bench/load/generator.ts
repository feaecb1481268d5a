// A process of its own, so that what it costs is not counted as the server's: takes one order at a time by message.
import { connect } from 'node:net';
import { AnswerReader, type ReadAnswer } from './answer-reader.ts';
import type { LoadOrder, LoadResult } from './order.ts';

process.on('message', (order: LoadOrder) => {
  void generate(order).then((result) => process.send?.(result));
});

class Tally {
  readonly milliseconds: number[] = [];
  failures = 0;
  firstFailure: string | undefined;

  count({ status, text }: ReadAnswer, ms: number): void {
    if (status > 0 && status < 400) this.milliseconds.push(ms);
    else this.fail(text());
  }

  fail(what: string): void {
    this.failures += 1;
    this.firstFailure ??= what.slice(0, 2000);
  }
}

async function generate(order: LoadOrder): Promise<LoadResult> {
  const tally = new Tally();
  const cpu = process.cpuUsage();
  const start = performance.now();
  const deadline = start + order.seconds * 1000;
  let sent = 0;
  const next = (): string | undefined => {
    if (performance.now() >= deadline || (order.isOnce && sent >= order.requests.length)) return undefined;
    return order.requests[sent++ % order.requests.length];
  };
  await Promise.all(Array.from({ length: order.connections }, () => keepAsking(order.port, next, tally)));
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const sorted = Float64Array.from(tally.milliseconds).sort();
  const percentile = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    answers: sorted.length,
    seconds,
    p50ms: percentile(0.5),
    p95ms: percentile(0.95),
    p99ms: percentile(0.99),
    failures: tally.failures,
    ...(tally.firstFailure !== undefined && { firstFailure: tally.firstFailure }),
    ownCpuSeconds: (user + system) / 1e6,
  };
}

/** One connection: a request, its answer, the next request. */
function keepAsking(port: number, next: () => string | undefined, tally: Tally): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const reader = new AnswerReader();
    let asked = 0;
    let isWaiting = false;
    const ask = (): void => {
      const request = next();
      if (request === undefined) return void socket.end();
      asked = performance.now();
      isWaiting = true;
      socket.write(request);
    };
    socket.setNoDelay(true);
    socket.once('connect', ask);
    socket.on('data', (bytes) => {
      const answer = reader.take(bytes);
      if (answer === undefined) return;
      isWaiting = false;
      tally.count(answer, performance.now() - asked);
      ask();
    });
    socket.on('error', (error) => tally.fail(String(error)));
    socket.on('close', () => {
      if (isWaiting) tally.fail('the connection was closed before the answer');
      resolve();
    });
  });
}
