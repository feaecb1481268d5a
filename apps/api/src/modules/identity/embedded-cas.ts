import { createCasServer, type Persona, type PersonaSource } from '@yitang/cas-server';
import type { Em } from '../../database/index.ts';
import type { ApiModule, Deps } from '../../platform/endpoint/index.ts';
import { departmentNames } from '../organization/index.ts';
import { Account } from './account.entity.ts';
import { callbackPath } from './cas/cas-settings.ts';
import { affiliationWords } from './affiliation-words.ts';
import { Affiliation, Person } from './person.entity.ts';
import { isValidOn, todayIn } from './valid-on.ts';

/**
 * The CAS of a development or demo process, with the given personas as buttons; everybody else with a CAS account is
 * found by name or number. Does nothing where a campus CAS is configured; refuses to start in production.
 */
export function embeddedCas(featured: readonly Persona[]): ApiModule {
  return {
    name: 'embedded-cas',
    mount: (deps) => {
      const { cas, mode, origin } = deps.config;
      if (!cas.isEmbedded) return [];
      const server = createCasServer({
        personas: personasOf(deps, featured),
        basePath: '/cas',
        isServiceAllowed: (service) => service.origin === origin && [callbackPath, '/'].includes(service.pathname),
        clock: deps.clock,
        environment: mode,
        listenHosts: ['127.0.0.1', '::1'],
      });
      return [server];
    },
  };
}

function personasOf(deps: Deps, featured: readonly Persona[]): PersonaSource {
  const byUsername = new Map(featured.map((persona) => [persona.username, persona]));
  return {
    listFeatured: () => Promise.resolve(featured),
    find: async (username) =>
      byUsername.get(username) ?? (await describe(deps, await findPeople(deps, { subjects: [username] })))[0],
    search: async (text, limit) => describe(deps, await findPeople(deps, { text, limit })),
  };
}

interface Found {
  readonly username: string;
  readonly personId: string;
  readonly name: string;
}

async function findPeople(
  deps: Deps,
  wanted: { subjects: string[] } | { text: string; limit: number },
): Promise<Found[]> {
  const em = deps.orm.em.fork() as Em;
  if ('subjects' in wanted) {
    const accounts = await em.find(Account, { provider: 'cas', subject: { $in: wanted.subjects } });
    const names = new Map(
      (await em.find(Person, { id: { $in: accounts.map(({ personId }) => personId) } })).map(({ id, name }) => [
        id,
        name,
      ]),
    );
    return accounts.map(({ subject, personId }) => ({
      username: subject,
      personId,
      name: names.get(personId) ?? subject,
    }));
  }
  const like = `%${wanted.text.replace(/[!%_]/g, '!$&')}%`;
  const rows = await em.execute<{ subject: string; person_id: string; name: string }[]>(
    `select a.subject, a.person_id, p.name from accounts a join people p on p.id = a.person_id
     where a.provider = 'cas' and (p.name like ? escape '!' or a.subject like ? escape '!') order by a.subject limit ?`,
    [like, like, wanted.limit],
  );
  return rows.map(({ subject, person_id, name }) => ({ username: subject, personId: person_id, name }));
}

async function describe(deps: Deps, people: readonly Found[]): Promise<Persona[]> {
  const em = deps.orm.em.fork() as Em;
  const today = todayIn(deps.config.timeZone, deps.clock.now());
  const affiliations = await em.find(Affiliation, { personId: { $in: people.map(({ personId }) => personId) } });
  const names = await departmentNames(
    em,
    affiliations.map(({ departmentId }) => departmentId ?? null),
  );
  return people.map(({ username, personId, name }) => {
    const current = affiliations.find(
      (affiliation) => affiliation.personId === personId && isValidOn(affiliation, today),
    );
    const kind = current === undefined ? '' : affiliationWords[current.kind];
    const identity = [kind, names.get(current?.departmentId ?? '')]
      .filter((part) => part !== undefined && part !== '')
      .join(' · ');
    return {
      username,
      name,
      identity,
      abilities: current?.position ?? current?.programme ?? '',
      attributes: { cn: name },
    };
  });
}
