import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openTestDatabase, statementCounter, type TestDatabase } from '../../../../../tests/support/test-database.ts';
import { inTransactionScope } from '../../database/index.ts';
import { createNumbers } from './index.ts';

const counter = statementCounter();
let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase({ onStatement: counter.onStatement });
});
afterAll(() => database.close());

describe('numbers', () => {
  test('three instances take 3,000 numbers at once and no two are equal', async () => {
    const instances = [1, 2, 3].map(() => createNumbers(database.orm));
    const taken = await Promise.all(
      Array.from({ length: 3_000 }, (_, index) => instances[index % 3]!.next('case:20261122')),
    );
    expect(new Set(taken).size).toBe(3_000);
    expect(Math.min(...taken)).toBe(1);
  });

  test('each sequence counts from 1, and a hundred numbers cost one lease', async () => {
    const numbers = createNumbers(database.orm);
    const statements = await counter.during(async () => {
      for (let expected = 1; expected <= 100; expected++) expect(await numbers.next('case:20261123')).toBe(expected);
    });
    expect(statements.length).toBeLessThanOrEqual(3);
  });

  test('inside a transaction a number is refused at once instead of waiting for the one connection', async () => {
    const numbers = createNumbers(database.orm);
    await expect(inTransactionScope('case.submit', () => numbers.next('x'))).rejects.toThrow(
      /transaction of "case.submit"/,
    );
  });
});
