// Puts every file into the one form that `npm test` asks for.
import { programs } from './lib/node-programs.ts';
import { run } from './lib/run.ts';
import { main } from './lib/say.ts';

await main(() => run([...programs.prettier, '--write', '--log-level=warn', '.']));
