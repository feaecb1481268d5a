// `npm run release -- [--to FOLDER]`: a folder with all that a server needs to run the site and nothing that builds or
// tests it. Copied to the server as it is, `npm run serve` starts it there without fetching anything.
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { main, say, Stop } from './lib/say.ts';
import { writeRelease } from './lib/write-release.ts';

const { values } = parseArgs({ options: { to: { type: 'string', default: 'var/release' } } });

await main(async () => {
  const folder = resolve(values.to);
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new Stop(`${folder} is not empty: name another folder with --to, or empty it first.`);
  await writeRelease(folder);
  say(`${folder}: configure it (config/env.example) and start it with \`npm run serve\`.`);
});
