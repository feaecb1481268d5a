// `npm run serve`: the site for a university, configured by environment variables (config/env.example). Refuses demo parts
// and names every fault of the configuration at once.
import { buildWeb } from './lib/build-web.ts';
import { main } from './lib/say.ts';

await main(async () => {
  process.env.YITANG_MODE ??= 'production';
  process.env.NODE_ENV ??= 'production';
  await buildWeb();
  await import('../apps/api/src/main.ts');
});
