import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../tests/support/property.ts';
import { addDays } from '../calendar/index.ts';
import { formatCaseNumber, parseCaseNumber } from './case-number.ts';
import { formatCertificateNumber, parseCertificateNumber } from './certificate-number.ts';
import { hasValidCheckCharacter, inGroupsOfFour } from './check-character.ts';
import { formatVerificationCode, parseVerificationCode, verificationCodeOf } from './verification-code.ts';

const parts = fc.record({
  prefix: fc.string({ unit: fc.constantFrom(...'ABCDEFGHJKLMNPQRTUWXY'), minLength: 1, maxLength: 4 }),
  date: fc.nat(30_000).map((days) => addDays('2000-01-01', days)),
  serial: fc.nat(999_999),
});
const characters = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

describe('the number of a case (APP-12)', () => {
  test('is prefix, date, six digits and a check character', () => {
    const number = formatCaseNumber({ prefix: 'YT', date: '2026-11-23', serial: 42 });
    expect(number).toMatch(/^YT20261123000042[0-9A-Z]$/);
    expect(inGroupsOfFour(number)).toBe(`YT20 2611 2300 0042 ${number.at(-1)}`);
  });

  property('is read back as it was made, also as people type it', parts, (made) => {
    const number = formatCaseNumber(made);
    expect(parseCaseNumber(number)).toEqual({ ...made, number });
    const fullWidth = [...number.toLowerCase()].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('');
    expect(parseCaseNumber(` ${inGroupsOfFour(number).toLowerCase()}－`)?.number).toBe(number);
    expect(parseCaseNumber(fullWidth)?.number).toBe(number);
  });

  property(
    'one wrong character always shows',
    fc.tuple(parts, fc.nat(30), fc.constantFrom(...characters)),
    ([made, place, wrong]) => {
      const number = formatCaseNumber(made);
      const index = place % number.length;
      if (number[index] === wrong) return;
      const mistyped = number.slice(0, index) + wrong + number.slice(index + 1);
      expect(hasValidCheckCharacter(mistyped)).toBe(false);
      expect(parseCaseNumber(mistyped)).toBeUndefined();
    },
  );

  property('two neighbours exchanged always show', fc.tuple(parts, fc.nat(30)), ([made, place]) => {
    const number = formatCaseNumber(made);
    const index = place % (number.length - 1);
    const [first = '', second = ''] = [number[index], number[index + 1]];
    if (first === second) return;
    expect(parseCaseNumber(number.slice(0, index) + second + first + number.slice(index + 2))).toBeUndefined();
  });

  test.each([
    { prefix: 'yt', date: '2026-11-23', serial: 1 },
    { prefix: 'IO', date: '2026-11-23', serial: 1 },
    { prefix: 'LONGX', date: '2026-11-23', serial: 1 },
    { prefix: '', date: '2026-11-23', serial: 1 },
    { prefix: 'YT', date: '2026-02-30', serial: 1 },
    { prefix: 'YT', date: '2026-11-23', serial: 1_000_000 },
    { prefix: 'YT', date: '2026-11-23', serial: -1 },
  ])('is not made from %j', (wrong) => {
    expect(() => formatCaseNumber(wrong)).toThrow(RangeError);
  });

  property('nothing else is taken for one', fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
    const found = parseCaseNumber(text);
    if (found) expect(formatCaseNumber(found)).toBe(found.number);
  });
});

describe('the number of a certificate', () => {
  test('is told apart by its prefix', () => {
    const parts = { prefix: 'CT', date: '2026-11-23', serial: 7 };
    const number = formatCertificateNumber(parts);
    expect(parseCertificateNumber(number, 'CT')).toEqual({ ...parts, number });
    expect(parseCertificateNumber(number, 'YT')).toBeUndefined();
  });
});

describe('the verification code of a certificate', () => {
  const random = fc.uint8Array({ minLength: 10, maxLength: 10 });

  property('is read back as it was printed, with the usual slips of the eye', random, (bytes) => {
    const code = verificationCodeOf(bytes);
    expect(code).toHaveLength(16);
    expect(parseVerificationCode(formatVerificationCode(code))).toBe(code);
    expect(parseVerificationCode(code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code);
  });

  property('is another one for other bytes', fc.tuple(random, random), ([a, b]) => {
    expect(verificationCodeOf(a) === verificationCodeOf(b)).toBe(a.join() === b.join());
  });

  test('of the wrong length is none', () => {
    expect(() => verificationCodeOf(new Uint8Array(9))).toThrow(RangeError);
    expect(parseVerificationCode('7K3M')).toBeUndefined();
    expect(parseVerificationCode('U'.repeat(16))).toBeUndefined();
  });
});
