import { demoPersonas } from '../../apps/api/src/database/seeds/demo/index.ts';
import { say } from './say.ts';

/** The environment of the demo: this machine only, everything under var/, whatever is not set already. */
export function demoEnvironment(): NodeJS.ProcessEnv {
  const port = process.env.PORT || '3000';
  const chosen = {
    YITANG_MODE: 'demo',
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
    PUBLIC_ORIGIN: `http://localhost:${port}`,
  };
  return { ...chosen, ...process.env, PORT: port };
}

/** As whom one can sign in, and what that person is there to show. */
export function sayDemoPeople(): void {
  say('\nSign in at the top right as one of these people, by one click (演示数据: nobody of them exists):');
  for (const { name, identity, description } of demoPersonas)
    say(`  ${name} · ${identity.zh}\n      ${description.zh}`);
}
