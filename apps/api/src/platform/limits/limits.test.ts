import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../../../../../tests/support/test-database.ts';
import { fixedClock } from '../clock/index.ts';
import { anonymousPrincipal, type Principal } from '../principal/index.ts';
import { createRateLimits, networkOf } from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const clock = fixedClock('2026-03-01T00:00:00Z');
const limits = (perMinute: number) =>
  createRateLimits({
    orm: database.orm,
    clock,
    config: { limits: { readsPerMinute: perMinute, writesPerMinute: perMinute, sensitivePerMinute: perMinute } },
  });
const at = (address: string): Principal => anonymousPrincipal({ address, requestId: 'r', locale: 'zh-CN' });
const passes = async (attempts: number, one: () => Promise<void> | void): Promise<number> => {
  const outcomes = await Promise.allSettled(Array.from({ length: attempts }, async () => one()));
  return outcomes.filter((outcome) => outcome.status === 'fulfilled').length;
};

describe('rate limits', () => {
  test.each([
    ['::ffff:10.1.2.3', '10.1.2.3'],
    ['10.1.2.3', '10.1.2.3'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s counts as %s', (address, network) => expect(networkOf(address)).toBe(network));

  test('R-DOS-1: a person has a limit of their own, and who is not known shares one with their address', async () => {
    const limiter = limits(5);
    const person = { ...at('10.0.0.1'), kind: 'person' as const, personId: 'p1' };
    expect(await passes(8, () => limiter.passRequest(person, 'write'))).toBe(5);
    expect(await passes(120, () => limiter.passRequest(at('10.0.0.2'), 'write'))).toBe(100);
    const neighbour = { ...at('10.0.0.2'), kind: 'person' as const, personId: 'p2' };
    expect(await passes(8, () => limiter.passRequest(neighbour, 'write'))).toBe(5);
    expect(await passes(8, () => limiter.passRequest(at('10.0.0.2'), 'read'))).toBe(8);
  });

  test('R-DOS-1: what is answered before anybody is known counts with the other reads of its network, until the minute is over', async () => {
    const limiter = limits(1);
    const read = (address: string) => limiter.mayReadUnknown(address);
    expect(await passes(15, () => limiter.passRequest(at('2001:db8:1:2::1'), 'read'))).toBe(15);
    expect([1, 2, 3, 4, 5, 6].map((host) => read(`2001:db8:1:2::${host}`))).toEqual([...Array(5).fill(true), false]);
    expect(read('2001:db8:1:3::1')).toBe(true);
    expect(() => limiter.passRequest(at('2001:db8:1:2:9::9'), 'read')).toThrow(
      expect.objectContaining({ code: 'request.too-many', retryAfter: 60 }),
    );
    clock.advance(60_000);
    expect(read('2001:db8:1:2::1')).toBe(true);
  });

  test('sensitive attempts are counted over all instances and for what is guessed at, until the minute is over', async () => {
    const [here, there] = [limits(5), limits(5)];
    const attempt = (instance: typeof here, address: string) =>
      instance.passSensitive('sign-in', { address, subject: 'code-1' });
    expect(await passes(4, () => attempt(here, '10.0.0.1'))).toBe(4);
    expect(await passes(4, () => attempt(there, '10.0.0.2'))).toBe(1);
    clock.advance(61_000);
    expect(await passes(4, () => attempt(there, '10.0.0.2'))).toBe(4);
  });

  test('R-AUTHN-2: sensitive attempts are refused, not let through, while they can not be counted', async () => {
    const away = await openTestDatabase();
    const limiter = createRateLimits({
      orm: away.orm,
      clock,
      config: { limits: { readsPerMinute: 5, writesPerMinute: 5, sensitivePerMinute: 5 } },
    });
    await away.orm.em.fork().execute('drop table rate_counts');
    await expect(limiter.passSensitive('sign-in', { address: '10.0.0.1' })).rejects.toThrow();
    await away.close();
  });
});
