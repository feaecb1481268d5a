import type { adminEndpoints, Answer, Input } from '@yitang/contract';
import type { Em } from '../../../database/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { departmentNames } from '../../organization/index.ts';
import { Account, RoleGrant } from '../account.entity.ts';
import { presentGrants } from '../grant.presenter.ts';
import { Affiliation, Person } from '../person.entity.ts';
import { isValidOn, todayIn } from '../valid-on.ts';

type Query = Input<typeof adminEndpoints.listPeople>['query'];

/**
 * People by the beginning of their name or by their 学工号, and by their role, in the order of names. ID, phone and mail
 * are not read. Six statements at most, and the entry.
 */
export async function listPeople(call: Call, query: Query): Promise<Answer<typeof adminEndpoints.listPeople>> {
  const { em, deps, now } = call;
  await deps.audit.read(call, {
    action: 'person.list',
    target: { type: 'people', id: query.q === undefined && query.role === undefined ? 'all' : 'found' },
  });
  const today = todayIn(deps.config.timeZone, now);
  const people = await findPage(em, query, today);
  const ids = people.slice(0, query.limit).map(({ id }) => id);
  const inPage = { personId: { $in: ids } };
  const affiliations = (await em.find(Affiliation, inPage, { disableIdentityMap: true })).filter((one) =>
    isValidOn(one, today),
  );
  const accounts = await em.find(Account, inPage, { disableIdentityMap: true });
  const current = await em.find(
    RoleGrant,
    { ...inPage, ...notOver(today) },
    { disableIdentityMap: true, orderBy: { id: 'asc' } },
  );
  const grants = new Map((await presentGrants(em, current)).map((grant) => [grant.id, grant]));
  const names = await departmentNames(
    em,
    affiliations.map(({ departmentId }) => departmentId ?? null),
  );
  const last = people[query.limit - 1];
  return {
    items: people.slice(0, query.limit).map(({ id, name }) => ({
      id,
      name,
      affiliations: affiliations
        .filter(({ personId }) => personId === id)
        .map(({ kind, number, departmentId }) => ({
          kind,
          number: number ?? null,
          department: names.get(departmentId ?? '') ?? null,
        })),
      isDisabled: isDisabled(accounts.filter(({ personId }) => personId === id)),
      grants: current.filter(({ personId }) => personId === id).flatMap((grant) => grants.get(grant.id) ?? []),
    })),
    ...(people.length > query.limit && last !== undefined && { next: sealCursor(last) }),
  };
}

const isDisabled = (accounts: readonly Account[]): boolean =>
  accounts.length > 0 && accounts.every((account) => account.isDisabled);

interface PersonRow {
  readonly id: string;
  readonly name: string;
}

/** Grants that hold, or will from a later day on. */
const notOver = (today: string) => ({
  revokedAt: null,
  $or: [{ untilDay: null }, { untilDay: { $gte: today } }],
});

/** One more than the page, which tells whether another follows. */
async function findPage(em: Em, { q, role, after, limit }: Query, today: string): Promise<PersonRow[]> {
  const text = q?.trim() ?? '';
  const conditions: object[] = [];
  if (text !== '') conditions.push(await matching(em, text));
  if (role !== undefined) conditions.push({ id: { $in: await holdersOf(em, role, today) } });
  if (after !== undefined) {
    const { name, id } = openCursor(after);
    conditions.push({ $or: [{ name: { $gt: name } }, { name, id: { $gt: id } }] });
  }
  const options = {
    orderBy: { name: 'asc', id: 'asc' },
    limit: limit + 1,
    fields: ['id', 'name'],
    disableIdentityMap: true,
  } as const;
  return em.find(Person, conditions.length === 0 ? {} : { $and: conditions }, options);
}

async function holdersOf(em: Em, role: NonNullable<Query['role']>, today: string): Promise<string[]> {
  const wanted = { ...notOver(today), ...(role !== 'any' && { role }) };
  const grants = await em.find(RoleGrant, wanted, { fields: ['personId'], disableIdentityMap: true });
  return [...new Set(grants.map(({ personId }) => personId))];
}

async function matching(em: Em, text: string): Promise<object> {
  const byNumber = await em.find(Affiliation, { number: text }, { fields: ['personId'], disableIdentityMap: true });
  // a range rather than LIKE: it needs no escaping and always uses the index
  const beginsWith = { name: { $gte: text, $lt: `${text}\u{10ffff}` } };
  return byNumber.length === 0
    ? beginsWith
    : { $or: [beginsWith, { id: { $in: byNumber.map(({ personId }) => personId) } }] };
}

const sealCursor = ({ name, id }: PersonRow): string => Buffer.from(JSON.stringify([name, id])).toString('base64url');

function openCursor(after: string): PersonRow {
  try {
    const [name, id] = JSON.parse(Buffer.from(after, 'base64url').toString('utf8')) as unknown[];
    if (typeof name === 'string' && typeof id === 'string') return { name, id };
  } catch {
    // said below
  }
  throw problem('request.invalid', {
    issues: [{ field: 'query.after', code: 'cursor', message: '页码无效，请从第一页开始。' }],
  });
}
