import { parentPort, type Transferable } from 'node:worker_threads';

/** The worker's side: answers every task in turn. An error goes back as its message, never as a crash of the thread. */
export function serveTasks<Task, Answer>(
  work: (task: Task) => Promise<{ answer: Answer; transfer?: Transferable[] }>,
): void {
  const port = parentPort;
  if (port === null) throw new Error('this file runs as a worker thread');
  port.on('message', (task: Task) => {
    work(task).then(
      ({ answer, transfer }) => port.postMessage({ answer }, transfer ?? []),
      (error: unknown) =>
        port.postMessage({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    );
  });
}
