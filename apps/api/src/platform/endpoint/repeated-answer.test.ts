import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { endpoint, type Endpoint } from '@yitang/contract';
import { z } from 'zod';
import { applicant } from '../../../../../tests/support/principals.ts';
import { createTestApp, type TestApp } from '../../../../../tests/support/test-app.ts';
import { RepeatedAnswer, routes, type ApiModule } from './index.ts';

const figures = {
  getFigures: endpoint({
    method: 'get',
    path: '/api/figures',
    summary: '',
    access: 'signed-in',
    query: z.strictObject({ broken: z.string().optional() }),
    output: z.object({ name: z.string() }),
  }),
} satisfies Record<string, Endpoint>;

let timesRead = 0;
const repeated = new RepeatedAnswer({
  get name() {
    timesRead += 1;
    return '高频事项';
  },
  secret: 'canary-extra-field',
});
const broken = new RepeatedAnswer({ name: 1 as unknown as string });
const figureModule: ApiModule = {
  name: 'figure',
  routes: routes(figures, { getFigures: ({ query }) => (query.broken === undefined ? repeated : broken) }),
};

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ modules: [figureModule] });
});
afterAll(() => app.close());
const get = (path: string, as?: ReturnType<typeof applicant>) => app.fetchAs(as)(app.base + path);

describe('an answer that several calls are given', () => {
  test('R-AUTHZ-2: is checked and written once, and a field that the contract does not name does not leave', async () => {
    for (const _turn of [1, 2]) {
      const answer = await get('/api/figures', applicant());
      expect(await answer.text()).toBe('{"name":"高频事项"}');
      expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
      expect(answer.headers.get('cache-control')).toBe('private, no-store');
    }
    expect(timesRead).toBe(1);
  });

  test('R-AUTHZ-1: is not given to whoever may not call', async () => {
    expect((await get('/api/figures')).status).toBe(401);
  });

  test('is never given where it is not what the contract says', async () => {
    for (const _turn of [1, 2]) expect((await get('/api/figures?broken=1', applicant())).status).toBe(500);
  });
});
