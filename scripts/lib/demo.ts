import { demoPersonas, type DemoLink } from '../../apps/api/src/database/seeds/index.ts';
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

/** As whom one can come in, and what that person is there to show. */
export function sayDemoPeople(origin: string, links: readonly DemoLink[]): void {
  say('\n演示数据: everybody here is invented. Sign in at the top right, by one click, as');
  for (const { name, username, identity, description } of demoPersonas)
    say(`  ${username.padEnd(10)}  ${name} · ${identity.zh}\n      ${description.zh}`);
  for (const link of links) {
    say(`  ${link.name} · 家长，${link.studentName}的邀请\n      ${origin}${link.path} 手机号 ${link.phone}`);
  }
  say(`\nOpen ${origin} (Ctrl-C ends it)`);
}
