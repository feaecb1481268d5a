// `npm run dev`: the pages reload as one types (http://localhost:5173), and the API starts again when one of its files changes.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { programs } from './lib/node-programs.ts';
import { fromRoot, root } from './lib/paths.ts';
import { main, say } from './lib/say.ts';
import { seedDatabase } from './lib/seed-database.ts';

const pagesPort = process.env.PORT ?? '5173';
const apiPort = process.env.API_PORT ?? '3001';
const origin = `http://localhost:${pagesPort}`;

const shared = {
  ...process.env,
  YITANG_MODE: process.env.YITANG_MODE ?? 'development',
  PUBLIC_ORIGIN: origin,
  PROTOCOL_HEADER: 'x-forwarded-proto',
  INTERNAL_KEY: randomBytes(32).toString('base64url'),
  API_ORIGIN: `http://127.0.0.1:${apiPort}`,
};

await main(async () => {
  await seedDatabase(shared);
  const api = [process.execPath, '--watch', '--watch-preserve-output', fromRoot('apps/api/src/main.ts')];
  const pages = [...programs.vite, 'dev', '--port', pagesPort, '--strictPort'];
  const children = [
    spawn(api[0] as string, api.slice(1), {
      cwd: root,
      stdio: 'inherit',
      env: { ...shared, PORT: apiPort, NO_WEB: '1' },
    }),
    spawn(pages[0] as string, pages.slice(1), { cwd: fromRoot('apps/web'), stdio: 'inherit', env: shared }),
  ];
  say(`Pages: ${origin} (they reload) · API: http://localhost:${apiPort} (starts again)`);
  const stop = () => children.forEach((child) => child.kill());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  await Promise.race(children.map((child) => new Promise((resolve) => child.once('exit', resolve))));
  stop();
});
