import { CannotStart, ConfigError } from './platform/config/index.ts';
import { placeObjectsYoung } from './place-objects-young.ts';
import { returnStartMemory } from './return-start-memory.ts';
import { startServer } from './start-server.ts';

placeObjectsYoung();
try {
  const server = await startServer(process.env);
  returnStartMemory();
  process.stdout.write(`一趟 Yitang: ${server.address}\n`);
  let isStopping = false;
  const stop = (): void => {
    // A second signal does not wait.
    if (isStopping) process.exit(1);
    isStopping = true;
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`could not end in order: ${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
} catch (error) {
  const isForPeople = error instanceof ConfigError || error instanceof CannotStart;
  process.stderr.write(
    `${isForPeople || !(error instanceof Error) ? String((error as Error).message) : error.stack}\n`,
  );
  process.exit(1);
}
