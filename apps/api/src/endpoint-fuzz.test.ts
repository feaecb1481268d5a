import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { endpoints, pathOf, type Endpoint, type Problem } from '@yitang/contract';
import fc from 'fast-check';
import { applicant, staff } from '../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../tests/support/test-app.ts';
import { newId } from './platform/ids/index.ts';
import { activeRole, type Principal } from './platform/principal/index.ts';

const seed = Number(process.env['YITANG_SEED'] ?? Date.now() % 2 ** 31);
const runsEach = 25;
const callers: readonly Principal[] = [
  applicant(),
  staff('clerk'),
  staff('head'),
  staff('reform-officer'),
  staff('supervisor'),
  staff('administrator'),
];

let app: TestApp;
beforeAll(async () => {
  // The hand of a person doesn't reach these limits; a fuzzer does.
  app = await createTestApp({
    environment: { READS_PER_MINUTE: '1000000', WRITES_PER_MINUTE: '1000000', SENSITIVE_PER_MINUTE: '1000000' },
  });
});
afterAll(() => app.close());

const nasty = fc.constantFrom(
  '',
  ' ',
  '\u0000',
  'a\r\nset-cookie: x=1',
  '\u202Eevil',
  "' or 1=1 --",
  '../../etc/passwd',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '=1+1',
  '𠮷龘㐀',
  'x'.repeat(6000),
  '\ud800',
);
const scalar = fc.oneof(nasty, fc.string(), fc.integer(), fc.double(), fc.boolean(), fc.constant(null));
const key = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12 }),
  fc.constantFrom('version', 'answers', 'reason', 'items', 'level', '__proto__', 'constructor', 'prototype'),
);
const body = fc.oneof(
  scalar,
  fc.dictionary(key, fc.oneof(scalar, fc.array(scalar, { maxLength: 4 }), fc.dictionary(key, scalar, { maxKeys: 3 })), {
    maxKeys: 6,
  }),
  fc.array(scalar),
);

function callerFor(declared: Endpoint): Principal {
  const roles = typeof declared.access === 'string' ? ['applicant'] : declared.access;
  return callers.find((one) => (roles as readonly unknown[]).includes(activeRole(one))) ?? applicant();
}

async function send(declared: Endpoint, input: { path: string; search: string; body: unknown }): Promise<void> {
  const names = [...declared.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  const path = pathOf(declared, {
    params: Object.fromEntries(names.map((name) => [name, input.path.toWellFormed() || 'x'])),
  });
  const answer = await app.fetchAs(callerFor(declared))(
    `${app.base}${path}?${encodeURIComponent(input.search.toWellFormed())}`,
    {
      method: declared.method.toUpperCase(),
      headers: declared.body ? { 'content-type': 'application/json', 'idempotency-key': newId() } : {},
      body: declared.body ? JSON.stringify(input.body) : undefined,
    },
  );
  const text = await answer.text();
  expect({ status: answer.status < 500, path }).toEqual({ status: true, path });
  if (answer.ok) return;
  // A head longer than 16 KiB: the HTTP server ends it before anything of ours has read it.
  if (answer.status === 431) return;
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(Object.keys(JSON.parse(text) as Problem).sort()).toEqual([
    'code',
    'detail',
    'instance',
    'issues',
    'status',
    'title',
    'type',
  ]);
  // R-ERR-1: no stack, no SQL, no path of the machine.
  expect(text).not.toMatch(/node_modules|\.ts:\d+|select .* from|insert into|SQLITE_|at [A-Z]\w+\.\w+ \(/i);
}

describe.each(Object.entries<Endpoint>(endpoints).filter(([, declared]) => !declared.upload))(
  'R-IN-1 %s',
  (_name, declared) => {
    test(`answers whatever it is sent with a problem and never fails (seed ${seed})`, async () => {
      await fc.assert(
        fc.asyncProperty(fc.record({ path: nasty, search: nasty, body }), (input) => send(declared, input)),
        { seed, numRuns: runsEach },
      );
    });
  },
);

test('R-IN-1 a method that no endpoint declares is 405 and names those that are', async () => {
  for (const declared of Object.values<Endpoint>(endpoints)) {
    const path = pathOf(declared, { params: new Proxy({}, { get: () => 'x' }) });
    const answer = await app.fetchAs(applicant())(app.base + path, { method: 'PATCH' });
    expect({ path, status: answer.status }).toEqual({ path, status: 405 });
    expect(answer.headers.get('allow')).toContain(declared.method.toUpperCase());
  }
});
