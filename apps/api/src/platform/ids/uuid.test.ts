import { expect, test } from '@jest/globals';
import { idTime, newId } from './index.ts';

test('ids sort in the order in which they were made, thousands in one millisecond included', () => {
  const ids = Array.from({ length: 20_000 }, () => newId());
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

test('an id is a version 7 UUID that tells its time', () => {
  const before = Date.now();
  const id = newId();
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(idTime(id)).toBeGreaterThanOrEqual(before);
});

test('a clock set back does not set ids back', () => {
  const first = newId(Date.now() + 10_000);
  expect(newId(1_000) > first).toBe(true);
});
