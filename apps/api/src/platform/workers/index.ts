export { serveTasks } from './serve-tasks.ts';
export { createWorkerPool, WorkerBusy, WorkerTimeout, type WorkerPool } from './worker-pool.ts';
