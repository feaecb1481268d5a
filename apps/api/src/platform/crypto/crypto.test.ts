import { randomBytes } from 'node:crypto';
import { afterAll, describe, expect, test } from '@jest/globals';
import { openTestDatabase } from '../../../../../tests/support/test-database.ts';
import { fixedClock } from '../clock/index.ts';
import { asSealed, createFieldCrypto, createKeyRing, createPersonKeys } from './index.ts';

const keys = { master: [{ id: 'a', secret: randomBytes(32) }], blindIndex: randomBytes(32) };
const crypto = createFieldCrypto(keys);

describe('encrypted fields', () => {
  test('R-DATA-2: a value opens only in its own column and only unchanged', () => {
    const sealed = crypto.encryptField('330102199901011234', 'person.id-number');
    expect(sealed).not.toContain('330102');
    expect(crypto.decryptField(sealed, 'person.id-number')).toBe('330102199901011234');
    expect(() => crypto.decryptField(sealed, 'person.phone')).toThrow();
    const text = String(sealed);
    const flipped = asSealed(text.slice(0, -4) + (text.endsWith('AAAA') ? 'BBBB' : 'AAAA'));
    expect(() => crypto.decryptField(flipped, 'person.id-number')).toThrow();
  });

  test('the blind index finds equal values of one column and tells nothing across columns', () => {
    expect(crypto.blindIndex('13800138000', 'phone')).toBe(crypto.blindIndex('13800138000', 'phone'));
    expect(crypto.blindIndex('13800138000', 'phone')).not.toBe(crypto.blindIndex('13800138000', 'other'));
    expect(crypto.blindIndex('x')).toHaveLength(43);
  });

  test('after a rotation old values still open and are known to be old', () => {
    const old = crypto.encryptField('龘');
    const rotated = createFieldCrypto({ ...keys, master: [{ id: 'b', secret: randomBytes(32) }, ...keys.master] });
    expect(rotated.decryptField(old)).toBe('龘');
    expect([rotated.isUnderOldKey(old), rotated.isUnderOldKey(rotated.encryptField('x'))]).toEqual([true, false]);
    expect(() => createKeyRing([{ id: 'b', secret: randomBytes(32) }]).derive('a', 'field')).toThrow('"a"');
  });
});

describe('keys of persons', () => {
  const database = openTestDatabase();
  afterAll(async () => (await database).close());
  const person = '01935a2b-7c1d-7e3f-8a4b-000000000001';

  test('R-DATA-4: what was sealed for a person is gone once the key is destroyed, on every instance', async () => {
    const em = (await database).orm.em.fork();
    const clock = fixedClock('2026-03-01T00:00:00Z');
    const [here, there] = [createPersonKeys(crypto.keyRing, clock), createPersonKeys(crypto.keyRing, clock)];
    const sealed = await here.seal(em, person, '13800138000');
    expect(await there.unseal(em, person, sealed)).toBe('13800138000');
    clock.advance(120_000);
    await there.seal(em, person, 'x');
    await here.destroy(em, person);
    expect(await there.unseal(em, person, sealed)).toBeUndefined();
    clock.advance(61_000);
    await expect(there.seal(em, person, 'y')).rejects.toThrow('destroyed');
  });

  test('a key that was rolled back is not used again', async () => {
    const orm = (await database).orm;
    const own = createPersonKeys(crypto.keyRing, fixedClock('2026-03-01T00:00:00Z'));
    const other = '01935a2b-7c1d-7e3f-8a4b-000000000002';
    const failing = orm.em.fork();
    await failing.begin();
    await own.seal(failing, other, 'lost');
    await failing.rollback();
    const em = orm.em.fork();
    const sealed = await own.seal(em, other, 'kept');
    expect(await own.unseal(em, other, sealed)).toBe('kept');
  });
});
