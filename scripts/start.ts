// `npm start`: builds the pages, fills an empty database with the demo university, and serves everything on one port from
// this one process. What it writes is under var/.
import { missingPackages, ensurePackages } from './lib/debian-packages.ts';
import { buildWeb } from './lib/build-web.ts';
import { demoEnvironment, sayDemoPeople } from './lib/demo.ts';
import { main, warn } from './lib/say.ts';
import { seedDatabase } from './lib/seed-database.ts';

/** The demo runs without them; certificates then look plainer. */
async function installFonts(): Promise<void> {
  if (missingPackages(['fonts']).length === 0) return;
  await ensurePackages(['fonts']).catch((error: Error) => warn(`${error.message}\nGoing on without them.`));
}

await main(async () => {
  Object.assign(process.env, demoEnvironment());
  await installFonts();
  await buildWeb();
  const links = await seedDatabase(process.env);
  await import('../apps/api/src/main.ts');
  sayDemoPeople(process.env.PUBLIC_ORIGIN ?? '', links);
});
