import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { endpoint, endpoints, noContent, type Endpoint, type Problem } from '@yitang/contract';
import { z } from 'zod';
import { createTestApp, type TestApp } from '../../../../../tests/support/test-app.ts';
import { applicant, staff } from '../../../../../tests/support/principals.ts';
import { problem } from '../problem/index.ts';
import { FileAnswer, routes, type ApiModule, type Call } from './index.ts';

const id = z.strictObject({ id: z.uuid() });
const things = {
  getThing: endpoint({
    method: 'get',
    path: '/api/things/{id}',
    summary: '',
    access: 'signed-in',
    params: id,
    output: z.object({ id: z.string(), name: z.string() }),
  }),
  changeThing: endpoint({
    method: 'put',
    path: '/api/things/{id}',
    summary: '',
    access: ['clerk'],
    params: id,
    body: z.strictObject({ name: z.string().min(2), tags: z.array(z.string()).optional() }),
    output: z.object({ name: z.string() }),
  }),
  makeThing: endpoint({
    method: 'post',
    path: '/api/things',
    summary: '',
    access: 'applicant',
    body: z.strictObject({ name: z.string() }),
    status: 201,
    isIdempotent: true,
    output: z.object({ name: z.string() }),
  }),
  removeThing: endpoint({
    method: 'delete',
    path: '/api/things/{id}',
    summary: '',
    access: 'signed-in',
    params: id,
    status: 204,
    output: noContent,
  }),
  listThings: endpoint({
    method: 'get',
    path: '/api/things',
    summary: '',
    access: 'public',
    query: z.strictObject({ tag: z.array(z.string()).optional(), limit: z.coerce.number().int().max(9).default(3) }),
    output: z.object({ tag: z.array(z.string()), limit: z.number() }),
    isCatalogPage: true,
  }),
  readThing: endpoint({
    method: 'get',
    path: '/api/things/{id}/file',
    summary: '',
    access: 'public',
    params: id,
    file: 'application/pdf',
    output: z.unknown(),
  }),
  breakThing: endpoint({ method: 'post', path: '/api/break', summary: '', access: 'public', output: z.object({}) }),
} satisfies Record<string, Endpoint>;

const change = (call: Call, name: string, target: string): Promise<{ name: string }> =>
  call.deps.runCommand(call, { name: 'thing.change' }, async (tx) => {
    tx.audit({
      action: 'thing.change',
      chain: `thing:${target}`,
      target: { type: 'thing', id: target },
      outcome: 'done',
    });
    return { name };
  });
const thingModule: ApiModule = {
  name: 'thing',
  routes: routes(things, {
    getThing: ({ params }) => {
      if (params.id.endsWith('1')) throw problem('record.not-found');
      return { id: params.id, name: '物', secret: 'canary-extra-field' };
    },
    changeThing: ({ params, body }, call) => change(call, body.name, params.id),
    makeThing: ({ body }, call) => change(call, body.name, 'new'),
    removeThing: async ({ params }, call) => void (await change(call, 'x', params.id)),
    listThings: ({ query }) => ({ tag: query.tag ?? [], limit: query.limit }),
    readThing: () =>
      new FileAnswer({
        content: Buffer.from('%PDF-'),
        mediaType: 'application/pdf',
        fileName: '证明\r\nX-Evil: 1".pdf',
      }),
    breakThing: () => {
      throw new Error('canary select * from people at /work/secret.ts');
    },
  }),
};

const thing = '01935a2b-7c1d-7e3f-8a4b-000000000002';
const hidden = '01935a2b-7c1d-7e3f-8a4b-000000000001';
let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ modules: [thingModule] });
});
afterAll(() => app.close());

interface Sent {
  method?: string;
  path: string;
  as?: ReturnType<typeof applicant> | undefined;
  body?: unknown;
  headers?: Record<string, string>;
}
async function send({
  method = 'GET',
  path,
  as,
  body,
  headers = {},
}: Sent): Promise<Response & { problem: () => Promise<Problem> }> {
  const text = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body);
  const type: Record<string, string> = text === null ? {} : { 'content-type': 'application/json' };
  const answer = await app.fetchAs(as)(app.base + path, { method, body: text, headers: { ...type, ...headers } });
  return Object.assign(answer, { problem: () => answer.json() as Promise<Problem> });
}
const audited = async (): Promise<{ action: string; outcome: string; actor: string }[]> =>
  app.database.orm.em.fork().execute('select action, outcome, actor from audit_entries order by id');

describe('an endpoint', () => {
  test('R-AUTHZ-1: access has no default: nobody, the wrong role and the inactive role are refused', async () => {
    const clerk = staff('clerk');
    expect((await send({ path: `/api/things/${thing}` })).status).toBe(401);
    for (const as of [applicant(), staff('head'), { ...clerk, activeGrantId: null }]) {
      const answer = await send({ method: 'PUT', path: `/api/things/${thing}`, as, body: { name: 'ab' } });
      expect([answer.status, (await answer.problem()).code]).toEqual([403, 'access.denied']);
    }
    expect((await send({ method: 'PUT', path: `/api/things/${thing}`, as: clerk, body: { name: 'ab' } })).status).toBe(
      200,
    );
    expect((await send({ method: 'POST', path: '/api/things', as: clerk, body: { name: 'x' } })).status).toBe(403);
  });

  test('R-IN-1: every fault is told at once, in the language of the caller, and unknown fields are faults', async () => {
    const as = staff('clerk');
    const sent = { method: 'PUT', path: '/api/things/x', as, body: { name: 'a', tags: [1], admin: true } };
    const refused = await (await send(sent)).problem();
    expect(refused.issues.map((issue) => issue.field).sort()).toEqual([
      'body.admin',
      'body.name',
      'body.tags.0',
      'params.id',
    ]);
    expect(refused.title).toMatch(/提交的内容有误/);
    const english = await (await send({ ...sent, headers: { 'accept-language': 'en' } })).problem();
    expect(english.title).toMatch(/not valid/);
    expect((await send({ path: '/api/things?limit=3&utm=1' })).status).toBe(422);
  });

  test('query lists may be given once or often', async () => {
    expect(await (await send({ path: '/api/things?tag=a' })).json()).toEqual({ tag: ['a'], limit: 3 });
    expect(await (await send({ path: '/api/things?tag=a&tag=b&limit=9' })).json()).toEqual({
      tag: ['a', 'b'],
      limit: 9,
    });
    expect((await send({ path: '/api/things?limit=1&limit=2' })).status).toBe(422);
  });

  test('R-IN-6: keys that reach a prototype are refused wherever they stand', async () => {
    const as = staff('clerk');
    for (const body of ['{"__proto__":{"a":1}}', '{"name":"ab","tags":[{"constructor":{"prototype":{"a":1}}}]}']) {
      const answer = await send({ method: 'PUT', path: `/api/things/${thing}`, as, body });
      expect([answer.status, (await answer.problem()).code]).toEqual([400, 'request.unreadable']);
    }
    expect((await send({ path: '/api/things?__proto__=1' })).status).toBe(400);
    expect(({} as { a?: number }).a).toBeUndefined();
  });

  test('R-DOS-1: huge, deep, broken, half-charactered and compressed bodies are refused quickly', async () => {
    const put = (body: string, headers = {}) =>
      send({ method: 'PUT', path: `/api/things/${thing}`, as: staff('clerk'), body, headers });
    const start = performance.now();
    expect((await put(`{"name":"${'x'.repeat(300_000)}"}`)).status).toBe(413);
    expect((await put(`${'['.repeat(100_000)}`)).status).toBe(400);
    expect((await put(`{"name":${'['.repeat(50_000)}${']'.repeat(50_000)}}`)).status).toBe(400);
    expect((await put('{"name":')).status).toBe(400);
    expect((await put('{"name":"\\ud83d"}')).status).toBe(400);
    expect((await put('{"name":"a\\u0000b"}')).status).toBe(400);
    expect((await put('{}', { 'content-encoding': 'gzip' })).status).toBe(415);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  test('R-SESS-1: another content type is refused, also where no body is declared', async () => {
    const as = applicant();
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', '']) {
      for (const [method, path] of [
        ['POST', '/api/things'],
        ['DELETE', `/api/things/${thing}`],
      ]) {
        const headers = { 'content-type': type, 'idempotency-key': 'key-12345678' };
        expect((await send({ method: method!, path: path!, as, body: '{"name":"x"}', headers })).status).toBe(415);
      }
    }
  });

  test('unknown paths are 404 and other methods 405 with Allow', async () => {
    expect((await send({ path: '/api/nothing' })).status).toBe(404);
    const patched = await send({ method: 'PATCH', path: `/api/things/${thing}`, body: {} });
    expect([patched.status, patched.headers.get('allow')]).toEqual([405, 'DELETE, GET, HEAD, PUT']);
    expect((await send({ method: 'OPTIONS', path: '/api/things' })).status).toBe(405);
    expect((await send({ method: 'HEAD', path: '/api/things' })).status).toBe(200);
  });

  test('R-AUTHZ-2: a field that the contract does not name does not leave', async () => {
    const answer = await send({ path: `/api/things/${thing}`, as: applicant() });
    expect(await answer.text()).not.toContain('canary');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
  });

  test('R-AUD-1: each changing call leaves exactly one row, also when it is refused, and so does looking at what one may not see', async () => {
    const as = applicant();
    const before = (await audited()).length;
    const make = (headers: Record<string, string>, body: unknown = { name: 'x' }) =>
      send({ method: 'POST', path: '/api/things', as, body, headers });
    expect((await make({ 'idempotency-key': 'key-12345678' })).status).toBe(201);
    expect((await make({ 'idempotency-key': 'key-12345678' })).status).toBe(201);
    expect((await make({ 'idempotency-key': 'key-12345678' }, { name: 'other' })).status).toBe(422);
    expect((await (await make({})).problem()).code).toBe('request.idempotency-key-missing');
    expect((await make({ 'idempotency-key': 'key-other-1' }, {})).status).toBe(422);
    expect((await send({ path: `/api/things/${hidden}`, as })).status).toBe(404);
    expect((await send({ path: `/api/things/${hidden}` })).status).toBe(401);
    const rows = (await audited()).slice(before);
    expect(rows.map((row) => `${row.action} ${row.outcome}`)).toEqual([
      'thing.change done',
      'makeThing refused',
      'makeThing refused',
      'makeThing refused',
      'getThing refused',
    ]);
    expect(new Set(rows.map((row) => row.actor))).toEqual(new Set([`person:${as.personId}`]));
  });

  test('R-ERR-1: a fault of ours shows a number to quote and nothing of its cause', async () => {
    const answer = await send({ method: 'POST', path: '/api/break' });
    const text = await answer.text();
    expect(answer.status).toBe(500);
    expect(text).not.toMatch(/canary|select|\.ts|at /);
    const { instance } = JSON.parse(text) as Problem;
    expect(app.logLines.some((line) => line.includes(instance) && line.includes('canary'))).toBe(true);
  });

  test('R-IN-7: a file name can not leave its header', async () => {
    const answer = await send({ path: `/api/things/${thing}/file` });
    expect(answer.headers.get('x-evil')).toBeNull();
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="____X-Evil_ 1_.pdf"; filename*=UTF-8''%E8%AF%81%E6%98%8E__X-Evil_%201_.pdf`,
    );
    expect([answer.headers.get('content-type'), answer.headers.get('x-content-type-options')]).toEqual([
      'application/pdf',
      'nosniff',
    ]);
  });

  test('P1: a page that is the same for all is answered from memory without a statement until the catalog changes', async () => {
    await (await send({ path: '/api/things?limit=5', as: applicant() })).text();
    const statements = await app.statements(async () =>
      expect(await (await send({ path: '/api/things?limit=5' })).json()).toEqual({ tag: [], limit: 5 }),
    );
    expect(statements).toEqual([]);
    expect((await send({ path: '/api/things?limit=5' })).headers.get('x-yitang-cache')).toBeNull();
  });

  test('an endpoint that two modules answer stops the start', async () => {
    await expect(createTestApp({ modules: [thingModule, { ...thingModule, name: 'again' }] })).rejects.toThrow(
      'two modules',
    );
  });
});

describe('the contract', () => {
  const objects = (schema: unknown): z.ZodObject[] => {
    if (schema instanceof z.ZodObject) return [schema, ...Object.values(schema.shape).flatMap(objects)];
    if (schema instanceof z.ZodArray) return objects(schema.element);
    if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
      return objects(schema.unwrap());
    if (schema instanceof z.ZodUnion || schema instanceof z.ZodDiscriminatedUnion)
      return (schema.options as unknown[]).flatMap(objects);
    return [];
  };

  test('R-IN-1: every object that a caller sends refuses fields that it does not name', () => {
    const loose = Object.entries<Endpoint>(endpoints).filter(([, declared]) =>
      objects(declared.params)
        .concat(objects(declared.query), objects(declared.body))
        .some((schema) => schema.def.catchall?._zod.def.type !== 'never'),
    );
    expect(loose.map(([name]) => name)).toEqual([]);
  });
});
