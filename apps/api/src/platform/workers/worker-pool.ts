import { Worker, type Transferable } from 'node:worker_threads';

export interface WorkerPoolOptions {
  readonly file: URL;
  /** Given to the worker when it starts. */
  readonly data?: unknown;
  /** Tasks that may wait; more are refused, so that a rush slows its own users and nobody else. */
  readonly maxWaiting: number;
  /** A task that takes longer is ended with its worker. */
  readonly taskMs: number;
  /** An idle worker gives its memory back. */
  readonly idleMs: number;
  /** A task that needs more memory ends with its worker, and the server goes on. */
  readonly maxMebibytes?: number;
}

export interface WorkerPool<Task, Answer> {
  /** @throws WorkerBusy, WorkerTimeout, or what the worker says went wrong. */
  run(task: Task, transfer?: readonly Transferable[]): Promise<Answer>;
  close(): Promise<void>;
}

export class WorkerBusy extends Error {
  override name = 'WorkerBusy';
}
export class WorkerTimeout extends Error {
  override name = 'WorkerTimeout';
}

interface Waiting<Task, Answer> {
  readonly task: Task;
  readonly transfer: readonly Transferable[];
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

type Reply<Answer> = { readonly answer: Answer } | { readonly error: string };

/** One worker thread that does one task after the other: heavy work beside the requests, with back-pressure. */
export function createWorkerPool<Task, Answer>(options: WorkerPoolOptions): WorkerPool<Task, Answer> {
  return new SingleWorkerPool<Task, Answer>(options);
}

class SingleWorkerPool<Task, Answer> implements WorkerPool<Task, Answer> {
  readonly #options: WorkerPoolOptions;
  readonly #waiting: Waiting<Task, Answer>[] = [];
  #worker: Worker | undefined;
  #current: Waiting<Task, Answer> | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: WorkerPoolOptions) {
    this.#options = options;
  }

  run(task: Task, transfer: readonly Transferable[] = []): Promise<Answer> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.length >= this.#options.maxWaiting) {
        reject(new WorkerBusy('too many tasks wait already'));
        return;
      }
      this.#waiting.push({ task, transfer, resolve, reject });
      if (this.#current === undefined) this.#next();
    });
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    const stopping = new WorkerBusy('the server is stopping');
    for (const left of this.#waiting.splice(0)) left.reject(stopping);
    this.#current?.reject(stopping);
    this.#current = undefined;
    await this.#stop();
  }

  #next(): void {
    clearTimeout(this.#timer);
    const task = this.#waiting.shift();
    this.#current = task;
    if (task === undefined) {
      this.#timer = setTimeout(() => void this.#stop(), this.#options.idleMs).unref();
      return;
    }
    this.#worker ??= this.#start();
    this.#timer = setTimeout(() => {
      void this.#stop();
      this.#settle(new WorkerTimeout(`no answer within ${this.#options.taskMs} ms`));
    }, this.#options.taskMs);
    this.#worker.postMessage(task.task, task.transfer);
  }

  #settle(reply: Reply<Answer> | Error): void {
    const done = this.#current;
    this.#next();
    if (reply instanceof Error) done?.reject(reply);
    else if ('error' in reply) done?.reject(new Error(reply.error));
    else done?.resolve(reply.answer);
  }

  #start(): Worker {
    const { file, data, maxMebibytes } = this.#options;
    const oldSpace = maxMebibytes === undefined ? {} : { maxOldGenerationSizeMb: maxMebibytes };
    const resourceLimits = { maxYoungGenerationSizeMb: 8, ...oldSpace };
    const worker = new Worker(file, { workerData: data, resourceLimits });
    worker.unref();
    worker.on('message', (reply: Reply<Answer>) => this.#settle(reply));
    worker.on('error', (error) => {
      this.#worker = undefined;
      this.#settle(error instanceof Error ? error : new Error(String(error)));
    });
    return worker;
  }

  async #stop(): Promise<void> {
    const stopped = this.#worker;
    this.#worker = undefined;
    stopped?.removeAllListeners();
    stopped?.on('error', () => undefined);
    await stopped?.terminate();
  }
}
