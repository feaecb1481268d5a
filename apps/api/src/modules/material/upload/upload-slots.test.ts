import { describe, expect, test } from '@jest/globals';
import { createUploadSlots, type UploadSlots } from './upload-slots.ts';

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('many uploads at once (R-FILE-2)', () => {
  const limits = { atOnce: 3, atOnceForOne: 2, waiting: 4, patienceMs: 5_000 };

  /** Runs one for each person and says how many ran together at most. */
  async function together(slots: UploadSlots, people: readonly string[]): Promise<number> {
    let [now, most] = [0, 0];
    const work = async (): Promise<void> => {
      now += 1;
      most = Math.max(most, now);
      await pause(20);
      now -= 1;
    };
    await Promise.all(people.map((person) => slots.run(person, work)));
    return most;
  }

  test('only so many are received together, and one person gets fewer places', async () => {
    expect(await together(createUploadSlots(limits), ['a', 'b', 'c', 'd', 'e', 'f', 'g'])).toBe(3);
    expect(await together(createUploadSlots(limits), ['a', 'a', 'a', 'a', 'a'])).toBe(2);
  });

  test('somebody else passes a person who has enough places', async () => {
    const slots = createUploadSlots(limits);
    const order: string[] = [];
    const run = (person: string): Promise<void> =>
      slots.run(person, async () => {
        order.push(person);
        await pause(30);
      });
    await Promise.all([run('a'), run('a'), run('a'), run('b')]);
    expect(order.indexOf('b')).toBeLessThan(order.lastIndexOf('a'));
  });

  test('when too many wait, or too long, they are told to come back', async () => {
    const slots = createUploadSlots({ ...limits, waiting: 1, patienceMs: 50 });
    const long = ['a', 'b', 'c'].map((person) => slots.run(person, () => pause(300)));
    const told = await Promise.allSettled(['d', 'e'].map((person) => slots.run(person, async () => undefined)));
    for (const one of told) expect(one).toMatchObject({ status: 'rejected', reason: { code: 'service.unavailable' } });
    await Promise.all(long);
    await slots.run('d', async () => undefined);
  });

  test('a place is free again after a failure', async () => {
    const slots = createUploadSlots({ ...limits, atOnce: 1 });
    for (let time = 0; time < 3; time += 1)
      await expect(slots.run('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await slots.run('a', async () => 'done')).toBe('done');
  });
});
