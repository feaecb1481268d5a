import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { endpoints, pathOf, type Endpoint, type Problem } from '@yitang/contract';
import { openApiDocument } from '@yitang/contract/openapi';
import fc, { type Arbitrary } from 'fast-check';
import { fillFuzzWorld, findIds, makeFuzzWorld, type FuzzWorld, type Ids } from '../../../tests/support/fuzz-world.ts';
import { codes } from '../../../tests/support/case-world.ts';
import { anonymous, applicant } from '../../../tests/support/principals.ts';
import { seed } from '../../../tests/support/property.ts';
import { shaped } from '../../../tests/support/shaped.ts';
import { createTestApp, type TestApp } from '../../../tests/support/test-app.ts';
import { newId } from './platform/ids/index.ts';
import { activeRole, type Principal } from './platform/principal/index.ts';

const runsEach = 25;
/** What no endpoint has a name for. */
const stray = 'stray-field';

let app: TestApp;
let world: FuzzWorld;
beforeAll(async () => {
  // The hand of a person doesn't reach these limits; a fuzzer does.
  app = await createTestApp({
    environment: { READS_PER_MINUTE: '1000000', WRITES_PER_MINUTE: '1000000', SENSITIVE_PER_MINUTE: '1000000' },
    seed: async (deps) => void (world = await makeFuzzWorld(deps)),
  });
  await fillFuzzWorld(app, world);
}, 60_000);
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
const anyBody = fc.oneof(
  scalar,
  fc.dictionary(key, fc.oneof(scalar, fc.array(scalar, { maxLength: 4 }), fc.dictionary(key, scalar, { maxKeys: 3 })), {
    maxKeys: 6,
  }),
  fc.array(scalar),
);

/** Half of them as the endpoint declares, and of these some with one field too many. */
function bodyOf({ body }: Endpoint): Arbitrary<unknown> {
  if (body === undefined) return anyBody;
  const strayed = shaped(body).map((one) => (typeof one === 'object' && one !== null ? { ...one, [stray]: 1 } : one));
  return fc.oneof(
    { weight: 4, arbitrary: anyBody },
    { weight: 3, arbitrary: shaped(body) },
    { weight: 1, arbitrary: strayed },
  );
}

interface Sent {
  /** A known id, by its place among those that there are; otherwise this text. */
  readonly path: number | string;
  readonly search: string;
  readonly body: unknown;
  readonly caller: number;
}

const inputOf = (declared: Endpoint): Arbitrary<Sent> =>
  fc.record({
    path: fc.oneof(fc.nat(99), nasty),
    search: fc.oneof(fc.constant(''), nasty),
    body: bodyOf(declared),
    caller: fc.nat(99),
  });

function callersFor({ access }: Endpoint): readonly Principal[] {
  if (access === 'public') return [anonymous(), world.student];
  const roles = typeof access === 'string' ? ['applicant'] : access;
  return world.callers.filter((one) => (roles as readonly unknown[]).includes(activeRole(one)));
}

function pathFor(declared: Endpoint, ids: Ids, wanted: number | string): string {
  const names = [...declared.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  const valueOf = (name: string): string => {
    if (typeof wanted === 'string') return wanted.toWellFormed() || 'x';
    const all = ids[name] ?? [];
    return all[wanted % all.length] ?? newId();
  };
  return pathOf(declared, { params: Object.fromEntries(names.map((name) => [name, valueOf(name)])) });
}

/** Codes and versions that a made-up body has are those of a matter and of a row, or it would seldom be more than refused. */
const textOf = (body: unknown): string =>
  JSON.stringify(body, (name, value: unknown) =>
    typeof value === 'string' && /^(matterC|c)ode$/.test(name) ? codes.leave : value,
  ) ?? 'null';

function requestOf(declared: Endpoint, { body }: Sent): { init: RequestInit; text: string | undefined } {
  const method = declared.method.toUpperCase();
  const headers = { 'idempotency-key': newId() };
  if (declared.upload) {
    const form = new FormData();
    form.set('file', new File([textOf(body)], typeof body === 'string' ? body.toWellFormed() : 'a.xlsx'));
    return { init: { method, headers, body: form }, text: undefined };
  }
  if (declared.body === undefined) return { init: { method, headers }, text: undefined };
  const text = textOf(body);
  return { init: { method, headers: { ...headers, 'content-type': 'application/json' }, body: text }, text };
}

interface Answered {
  readonly declared: Endpoint;
  readonly path: string;
  readonly status: number;
}

/** Whatever is done was asked for in the form that is declared, and the document foresees the status. */
function requireDeclared({ declared, path, status }: Answered, sent: string | undefined): void {
  const { responses = {} } = document.paths?.[declared.path]?.[declared.method] ?? {};
  const stated = [String(status), `${String(status)[0]}XX`].filter((one) => one in responses);
  expect({ path, status, isStated: stated.length > 0 }).toEqual({ path, status, isStated: true });
  if (status >= 300 || declared.body === undefined) return;
  const body: unknown = JSON.parse(sent ?? 'null');
  const { success } = declared.body.safeParse(body);
  const hasStray = typeof body === 'object' && body !== null && Object.hasOwn(body, stray);
  expect({ path, sent, isDeclared: success && !hasStray }).toEqual({ path, sent, isDeclared: true });
}

const document = openApiDocument('endpoints', '1');
const done = new Set<string>();

async function send(declared: Endpoint, ids: Ids, input: Sent): Promise<void> {
  const path = pathFor(declared, ids, input.path);
  const { init, text: sent } = requestOf(declared, input);
  const callers = callersFor(declared);
  const search = input.search === '' ? '' : `?${encodeURIComponent(input.search.toWellFormed())}`;
  const answer = await app.fetchAs(callers[input.caller % callers.length])(app.base + path + search, init);
  const text = await answer.text();
  expect({ status: answer.status < 500, path, sent }).toEqual({ status: true, path, sent });
  // A head longer than 16 KiB: the HTTP server ends it before anything of ours has read it.
  if (answer.status === 431) return;
  requireDeclared({ declared, path, status: answer.status }, sent);
  if (answer.ok) return void done.add(`${declared.method} ${declared.path}`);
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

describe.each(Object.entries<Endpoint>(endpoints))('R-IN-1 %s', (_name, declared) => {
  test(`answers whatever it is sent as its declaration says and never fails (seed ${seed})`, async () => {
    const ids = await findIds(app, declared.path);
    await fc.assert(
      fc.asyncProperty(inputOf(declared), (input) => send(declared, ids, input)),
      { seed, numRuns: runsEach },
    );
  });
});

test('R-IN-1 most endpoints were reached behind their checks, not only refused', () => {
  expect(done.size).toBeGreaterThan(140);
});

test('R-IN-1 a method that no endpoint declares is 405 and names those that are', async () => {
  for (const declared of Object.values<Endpoint>(endpoints)) {
    const path = pathOf(declared, { params: new Proxy({}, { get: () => 'x' }) });
    const answer = await app.fetchAs(applicant())(app.base + path, { method: 'PATCH' });
    expect({ path, status: answer.status }).toEqual({ path, status: 405 });
    expect(answer.headers.get('allow')).toContain(declared.method.toUpperCase());
  }
});
