import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { endpoints, pathOf, type Access, type Endpoint, type Problem } from '@yitang/contract';
import { anonymous, applicant, machine, staff } from '../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../tests/support/test-app.ts';
import { AuditEntry } from './platform/audit/audit.entity.ts';
import { newId } from './platform/ids/index.ts';
import { activeRole, type Principal } from './platform/principal/index.ts';

const callers: Record<string, () => Principal> = {
  nobody: anonymous,
  'an applicant': applicant,
  'a clerk': () => staff('clerk', 'department', newId()),
  'a head': () => staff('head', 'department', newId()),
  'a counter clerk': () => staff('counter-clerk', 'counter', newId()),
  'the reform office': () => staff('reform-officer'),
  'a supervisor': () => staff('supervisor'),
  'an administrator': () => staff('administrator'),
  'a machine': machine,
};

/** What the declaration says in words, written a second time so that the two can disagree. */
function expected(access: Access, principal: Principal): 'in' | 'sign-in' | 'denied' {
  if (access === 'public') return 'in';
  if (principal.kind === 'anonymous') return 'sign-in';
  const role = activeRole(principal);
  const isIn =
    access === 'signed-in'
      ? principal.kind === 'person'
      : access === 'applicant'
        ? role === 'applicant'
        : (access as readonly unknown[]).includes(role);
  return isIn ? 'in' : 'denied';
}

/** Made-up records: whoever is let in finds nothing or is told what is wrong with the input, but is let in. */
function exampleParams(declared: Endpoint): Record<string, string> {
  const names = [...declared.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  return Object.fromEntries(
    names.map((name) => [name, /id$/i.test(name) ? newId() : name === 'kind' ? 'people' : 'no-such-one-here']),
  );
}

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

async function ask(declared: Endpoint, principal: Principal): Promise<{ status: number; code: string }> {
  const isBody = declared.body !== undefined;
  const answer = await app.fetchAs(principal)(app.base + pathOf(declared, { params: exampleParams(declared) }), {
    method: declared.method.toUpperCase(),
    headers: isBody ? { 'content-type': 'application/json' } : {},
    body: isBody ? '{}' : undefined,
  });
  const problem = answer.ok ? undefined : ((await answer.json()) as Problem);
  return { status: answer.status, code: problem?.code ?? '' };
}

const refusals = () => app.deps.orm.em.fork().count(AuditEntry, { outcome: 'refused' });

const accessText = (access: Access): string => (typeof access === 'string' ? access : [...access].sort().join(', '));

test('R-AUTHZ-1 every endpoint lets in whom access-matrix.txt says, and a new one stands in it', () => {
  const declared = Object.entries<Endpoint>(endpoints).map(([name, { access }]) => `${name}: ${accessText(access)}`);
  const agreed = readFileSync(new URL('access-matrix.txt', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const missing = declared.filter((line) => !agreed.includes(line)).map((line) => `+ ${line}`);
  const gone = agreed.filter((line) => !declared.includes(line)).map((line) => `- ${line}`);
  const differing = [...missing, ...gone].sort((one, other) => (one.slice(2) < other.slice(2) ? -1 : 1));
  if (differing.length > 0)
    throw new Error(
      `The declared access differs from apps/api/src/access-matrix.txt. Where it is meant, write the lines with + into ` +
        `the file and take out those with -, so that a reader of the change sees it:\n${differing.join('\n')}`,
    );
  expect(agreed).toEqual([...agreed].sort());
});

describe.each(Object.entries<Endpoint>(endpoints))('R-AUTHZ-1 %s', (_name, declared) => {
  test.each(Object.entries(callers))('%s gets the answer that its access declares', async (_who, make) => {
    const principal = make();
    const before = await refusals();
    const { status, code } = await ask(declared, principal);
    const wanted = expected(declared.access, principal);
    if (wanted === 'in') expect(['access.sign-in-required', 'access.denied']).not.toContain(code);
    else
      expect({ status, code }).toEqual(
        wanted === 'sign-in'
          ? { status: 401, code: 'access.sign-in-required' }
          : { status: 403, code: 'access.denied' },
      );
    expect(status).toBeLessThan(500);
    // R-AUD-1: whoever is known and refused leaves exactly one line.
    if (wanted === 'denied') expect((await refusals()) - before).toBe(1);
  });
});
