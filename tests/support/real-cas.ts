import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fromRoot } from '../../scripts/lib/paths.ts';
import { answers, startChild } from './processes/child.ts';
import { freePort } from './processes/free-port.ts';

/** Debian's own interpreter: the package lives in its dist-packages, not in those of another Python. */
const python = '/usr/bin/python3';

export interface CasUser {
  readonly username: string;
  readonly password: string;
  readonly attributes: Readonly<Record<string, string | readonly string[]>>;
}

/** A CAS server that we did not write, as a campus would run one. */
export interface RealCas {
  /** `http://127.0.0.1:PORT/cas` */
  readonly baseUrl: string;
  setUsers(users: readonly CasUser[]): Promise<void>;
  output(): string;
  stop(): Promise<void>;
}

/** @throws Error that names the Debian package where it is missing. */
export async function startRealCas(users: readonly CasUser[]): Promise<RealCas> {
  await promisify(execFile)(python, ['-c', 'import cas_server']).catch(() => {
    throw new Error('python3-django-cas-server is missing: apt-get install python3-django-cas-server');
  });
  await mkdir(fromRoot('var/test'), { recursive: true });
  const folder = await mkdtemp(fromRoot('var/test/real-cas-'));
  const setUsers = (list: readonly CasUser[]) =>
    writeFile(join(folder, 'users.json'), JSON.stringify(list), { mode: 0o600 });
  await setUsers(users);
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}/cas`;
  const server = await startChild({
    command: python,
    args: [fromRoot('tests/support/real-cas/campus_cas.py'), String(port), folder],
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', PYTHONUNBUFFERED: '1' },
    isReady: () => answers(`${baseUrl}/login`),
  });
  return {
    baseUrl,
    setUsers,
    output: () => server.output(),
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A browser's cookies at one CAS server, and the sign-in form filled in as a person would. */
export class CasVisitor {
  readonly #cas: RealCas;
  readonly #cookies = new Map<string, string>();

  constructor(cas: RealCas) {
    this.#cas = cas;
  }

  /** The address that the CAS sends the browser to: the service with its ticket. @throws Error when it does not. */
  async signIn(service: string, user: Pick<CasUser, 'username' | 'password'>): Promise<string> {
    const address = `${this.#cas.baseUrl}/login?service=${encodeURIComponent(service)}`;
    const page = await this.#fetch(address);
    const recognised = page.headers.get('location');
    if (recognised !== null) return recognised;
    const html = await page.text();
    const field = (name: string) => new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ?? '';
    const answer = await this.#fetch(address, {
      csrfmiddlewaretoken: field('csrfmiddlewaretoken'),
      lt: field('lt'),
      service,
      username: user.username,
      password: user.password,
    });
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`the CAS did not sign ${user.username} in (status ${answer.status})`);
    return location;
  }

  /** Signs out at the CAS, which tells every service. */
  async signOut(): Promise<void> {
    await (await this.#fetch(`${this.#cas.baseUrl}/logout`)).text();
  }

  async #fetch(address: string, form?: Record<string, string>): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(address, {
      redirect: 'manual',
      headers: { cookie, referer: address },
      ...(form !== undefined && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';', 1);
      this.#cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return answer;
  }
}
