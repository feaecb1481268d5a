import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { fromRoot } from '../../../scripts/lib/paths.ts';
import { answers, startChild } from './child.ts';
import { freePort } from './free-port.ts';

const execute = promisify(execFile);
const python = '/usr/bin/python3'; // Debian's own: its packages live beside it
const source = fromRoot('tests/support/processes/django-cas');

/** Someone whom the campus CAS lets in. */
export interface CasPerson {
  username: string;
  password: string;
  /** Released with a validated ticket. */
  attributes: Readonly<Record<string, string | readonly string[]>>;
}

export interface DjangoCas {
  /** For CAS_URL: `http://127.0.0.1:PORT/cas`. */
  url: string;
  output(): string;
  stop(): Promise<void>;
}

/** Debian's django-cas-server, which this project did not write, on loopback with people of our choice. */
export async function startDjangoCas(people: readonly CasPerson[]): Promise<DjangoCas> {
  await mkdir(fromRoot('var/test'), { recursive: true });
  const folder = await mkdtemp(fromRoot('var/test/cas-'));
  for (const file of ['manage.py', 'campus_settings.py', 'campus_urls.py', 'campus_auth.py', 'allow_loopback.py']) {
    await copyFile(`${source}/${file}`, `${folder}/${file}`);
  }
  await writeFile(`${folder}/people.json`, JSON.stringify(people));
  const port = await freePort();
  const env = { ...process.env, CAS_FOLDER: folder, PYTHONDONTWRITEBYTECODE: '1' };
  await execute(python, ['manage.py', 'migrate', '--verbosity', '0'], { cwd: folder, env });
  await execute(python, ['allow_loopback.py'], { cwd: folder, env });
  const server = await startChild({
    command: python,
    args: ['manage.py', 'runserver', '--noreload', '--insecure', `127.0.0.1:${port}`],
    cwd: folder,
    env,
    isReady: () => answers(`http://127.0.0.1:${port}/cas/login`),
  });
  return {
    url: `http://127.0.0.1:${port}/cas`,
    output: () => server.output(),
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
