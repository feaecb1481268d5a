import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run } from './run.ts';
import { say, Stop } from './say.ts';

/** A Debian package that a task needs, and the file by which one sees that it is there. */
interface DebianPackage {
  name: string;
  proof: string;
  why: string;
}

const known = {
  fonts: {
    name: 'fonts-noto-cjk',
    proof: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
    why: 'Chinese letters in the browser of the tests',
  },
  mariadb: { name: 'mariadb-server-core', proof: '/usr/sbin/mariadbd', why: 'tests and benchmark run on MariaDB too' },
  mariadbTools: { name: 'mariadb-client-core', proof: '/usr/bin/my_print_defaults', why: 'sets up that MariaDB' },
  chromium: {
    name: 'chromium',
    proof: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    why: 'the browser of journeys and pictures',
  },
  cas: {
    name: 'python3-django-cas-server',
    proof: '/usr/lib/python3/dist-packages/cas_server/__init__.py',
    why: 'a CAS server that this project did not write',
  },
  pdf: { name: 'poppler-utils', proof: '/usr/bin/pdftotext', why: 'the tests read certificates with it' },
} satisfies Record<string, DebianPackage>;

export type DebianNeed = keyof typeof known;

/** `[]` when this is root, `['sudo', '-n']` when sudo asks for nothing, `undefined` when packages cannot be installed. */
function howToBeRoot(): string[] | undefined {
  if (!existsSync('/usr/bin/apt-get')) return undefined;
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : undefined;
}

/** Packages that are not there yet. */
function missingPackages(needs: readonly DebianNeed[]): DebianPackage[] {
  return needs.map((need) => known[need]).filter((each) => !existsSync(each.proof));
}

function sentence(missing: readonly DebianPackage[]): string {
  const list = missing.map((each) => `  ${each.name} (${each.why}; looked for ${each.proof})`).join('\n');
  const command = `apt-get install --no-install-recommends ${missing.map((each) => each.name).join(' ')}`;
  return `Missing on this machine:\n${list}\nInstall them as root, then try again:\n  ${command}`;
}

/**
 * Installs what is missing where this process may (root, or sudo without a password).
 * @throws Stop naming the packages and the command, where it may not or where apt fails
 */
export async function ensurePackages(needs: readonly DebianNeed[]): Promise<void> {
  const missing = missingPackages(needs);
  if (missing.length === 0) return;
  const prefix = howToBeRoot();
  if (prefix === undefined) throw new Stop(sentence(missing));
  const names = missing.map((each) => each.name);
  say(`Installing Debian packages: ${names.join(', ')} …`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const keep = prefix.length > 0 ? ['env', 'DEBIAN_FRONTEND=noninteractive'] : [];
  const apt = [...prefix, ...keep, 'apt-get', '-q', '-o', 'Dpkg::Use-Pty=0'];
  await run([...apt, 'update'], { env: environment });
  await run([...apt, 'install', '-y', '--no-install-recommends', ...names], { env: environment });
  const still = missingPackages(needs);
  if (still.length > 0) throw new Stop(sentence(still));
}
