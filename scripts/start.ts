// `npm start`: builds the pages, fills an empty database with the demo university, and serves everything on one port from
// this one process. What it writes is under var/.
import { buildWeb } from './lib/build-web.ts';
import { demoEnvironment, sayDemoPeople } from './lib/demo.ts';
import { main } from './lib/say.ts';
import { seedDatabase } from './lib/seed-database.ts';

await main(async () => {
  Object.assign(process.env, demoEnvironment());
  await buildWeb();
  const links = await seedDatabase(process.env);
  await import('../apps/api/src/main.ts');
  sayDemoPeople(process.env.PUBLIC_ORIGIN ?? '', links);
});
