import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cardMatter, codes, makeCaseWorld, publish } from '../../../../../../tests/support/case-world.ts';
import { staff } from '../../../../../../tests/support/principals.ts';
import { createTestApp } from '../../../../../../tests/support/test-app.ts';
import { newId } from '../../../platform/ids/index.ts';
import { systemPrincipal } from '../../../platform/principal/index.ts';
import { catalogKey } from '../catalog-key.ts';
import { askAddress, isAllowed } from './ask-address.ts';
import { checkAddresses } from './check-addresses.ts';
import { loadOutages } from './load-outages.ts';

let server: Server;
let host = '';
const asked: string[] = [];
let flaky = 200;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const path = request.url ?? '';
    if (path === '/slow') return;
    const status = { '/flaky': flaky, '/gone': 404, '/private': 403, '/broken': 500 }[path];
    if (path === '/no-head' && request.method === 'HEAD') response.writeHead(405).end();
    else if (path === '/loop') response.writeHead(302, { location: '/loop' }).end();
    else if (path === '/away') response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end();
    else if (path === '/moved') response.writeHead(301, { location: '/gone' }).end();
    else response.writeHead(status ?? 200).end('page');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('an address of a guide', () => {
  test.each([
    ['/page', false, ''],
    ['/private', false, ''],
    ['/no-head', false, ''],
    ['/away', false, ''],
    ['/gone', true, 'HTTP 404'],
    ['/broken', true, 'HTTP 500'],
    ['/moved', true, 'HTTP 404'],
    ['/loop', true, '跳转次数过多'],
    ['/slow', true, '超时没有回应'],
  ])('%s: dead %s %s', async (path, isDead, found) => {
    const answer = await askAddress(`http://${host}${path}`, { hosts: [host], timeoutMilliseconds: 300 });
    expect(answer).toEqual({ isDead, found });
  });

  test('that refuses the connection is dead', async () => {
    const closed = '127.0.0.1:1';
    expect(await askAddress(`http://${closed}/`, { hosts: [closed] })).toEqual({ isDead: true, found: '连接不上' });
  });

  test.each([
    'http://other.example.edu.cn/',
    'http://www.example.edu.cn.evil.test/',
    'http://www.example.edu.cn:8080/',
    'ftp://www.example.edu.cn/',
    'file:///etc/passwd',
    'http://someone@www.example.edu.cn/',
    'not an address',
  ])('is never asked outside the configured hosts: %s', (address) => {
    expect(isAllowed(address, ['www.example.edu.cn'])).toBe(false);
    expect(isAllowed('https://WWW.example.edu.cn:443/a', ['www.example.edu.cn'])).toBe(true);
  });
});

describe('the nightly check', () => {
  const run = async (hosts: string, path = '/gone') => {
    const app = await createTestApp({
      environment: { LINK_HOSTS: hosts },
      seed: async (deps) => void (await makeCaseWorld(deps)),
      now: '2026-03-02T02:00:00Z',
    });
    const card = cardMatter();
    const basis = [{ title: '学籍管理规定', text: `全文见 http://${host}/broken。` }];
    const guide = {
      ...card.guide,
      onlineUrl: `http://${host}${path}`,
      mobileUrl: 'http://foreign.example.com/',
      basis,
    };
    await publish(app.deps, [{ ...card, guide }], '2026-02-01');
    await app.deps.services.get(catalogKey).refresh();
    const caller = { principal: systemPrincipal('test') };
    const check = () => checkAddresses({ deps: app.deps, em: app.call().em, jobId: newId(), attempt: 1, caller });
    return { app, check };
  };

  test('shows in the list of breaches what did not answer, on configured hosts alone', async () => {
    const { app, check } = await run(host);
    try {
      await check();
      const officer = app.as(staff('reform-officer'));
      const { items } = await officer.listBreaches({ query: { rule: 'address-answers' } });
      const own = items.find(({ code }) => code === codes.card);
      expect(own?.breaches.map(({ path, sentence }) => [path, sentence.includes(host)])).toEqual([
        ['guide.onlineUrl', true],
        ['guide.basis', true],
      ]);
      const { id } = await officer.createMatterDraft({ body: { operation: 'change', code: codes.card } });
      const told = await officer.listDraftBreaches({ params: { id } });
      expect(JSON.stringify(told)).toContain('HTTP 404');
    } finally {
      await app.close();
    }
  });

  test('keeps the days on which an address did not answer, also once it answers again', async () => {
    const { app, check } = await run(host, '/flaky');
    try {
      const url = `http://${host}/flaky`;
      const night = async (day: string, status: number) => {
        flaky = status;
        app.clock.set(`${day}T20:10:00Z`);
        const { revision } = app.deps.services.get(catalogKey).current();
        await check();
        await app.deps.services.get(catalogKey).refresh();
        return app.deps.services.get(catalogKey).current().revision - revision;
      };
      const raised: number[] = [];
      // At ten past four of the day after.
      for (const [day, status] of [
        ['2026-03-02', 200],
        ['2026-03-03', 500],
        ['2026-03-04', 404],
        ['2026-03-05', 200],
        ['2026-03-06', 200],
        ['2026-03-07', 404],
      ] as const)
        raised.push(await night(day, status));
      expect((await loadOutages(app.call().em)).get(url)).toEqual([
        { address: url, startedOn: '2026-03-04', endedOn: '2026-03-06' },
        { address: url, startedOn: '2026-03-08', endedOn: null },
      ]);
      // The link in the basis is found dead in the first night; after that only what changes is told to the instances.
      expect(raised).toEqual([1, 1, 0, 1, 0, 1]);
    } finally {
      await app.close();
    }
  });

  test('asks nothing at all where no host is configured', async () => {
    const { app, check } = await run('');
    try {
      asked.length = 0;
      await check();
      expect(asked).toEqual([]);
      expect(
        (await app.as(staff('reform-officer')).listBreaches({ query: { rule: 'address-answers' } })).items,
      ).toEqual([]);
    } finally {
      await app.close();
    }
  });
});
