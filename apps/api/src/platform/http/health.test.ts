import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openFileDatabase, type FileDatabase } from '../../../../../tests/support/file-database.ts';
import { createReadiness } from './health.ts';

let database: FileDatabase;
beforeEach(async () => {
  database = await openFileDatabase();
});
afterEach(() => database.close());

describe('whether work may be sent here', () => {
  test('a process whose log could not be synced says so, though it can still read', async () => {
    database.loseLog();
    expect(await createReadiness(database.orm).check()).toBeUndefined();
    await expect(database.add('card')).rejects.toThrow('ENOENT');
    expect(await createReadiness(database.orm).check()).toBe('sync-failed');
  });

  test('one whose commits are synced stays ready', async () => {
    await database.add('card');
    expect(await createReadiness(database.orm).check()).toBeUndefined();
  });
});
