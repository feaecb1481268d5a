import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../tests/support/property.ts';
import { certificateStateOn, certificateText, unknownPlaceholders, validUntil } from './certificate-text.ts';
import type { CertificateLayout } from './layout-definition.ts';

const layout: CertificateLayout = {
  title: { zh: '在读证明', en: 'Certificate of enrolment' },
  lines: [{ zh: '兹证明{name}（学号{number}）系我校学生。', en: '{name} ({number}) is a student.' }],
  table: [{ label: { zh: '院系', en: 'School' }, value: 'department' }],
  issuer: { zh: '示范大学' },
  isBilingual: true,
  validMonths: 6,
};
const values = { name: '𠮷田', number: '2023001', department: '文学院' };

describe('the words of a certificate', () => {
  test('hold the values in both languages', () => {
    expect(certificateText(layout, values, 'zh-CN')).toEqual({
      ok: true,
      text: {
        title: '在读证明',
        lines: ['兹证明𠮷田（学号2023001）系我校学生。'],
        table: [{ label: '院系', value: '文学院' }],
        issuer: '示范大学',
      },
    });
    expect(certificateText(layout, values, 'en')).toMatchObject({ text: { lines: ['𠮷田 (2023001) is a student.'] } });
  });

  test('are never issued with a gap', () => {
    expect(certificateText(layout, { name: '张三', department: '' }, 'zh-CN')).toEqual({
      ok: false,
      missing: ['number', 'department'],
    });
  });

  property('a value is never read as layout, whatever it holds', fc.string({ minLength: 1 }), (number) => {
    const hostile = { ...values, name: '{number}$&$1', number };
    expect(certificateText(layout, hostile, 'en')).toMatchObject({
      text: { lines: [`{number}$&$1 (${number}) is a student.`] },
    });
  });

  test('a layout that names what no certificate has is found', () => {
    expect(unknownPlaceholders(layout)).toEqual([]);
    expect(unknownPlaceholders({ ...layout, lines: [{ zh: '{nmae}{toString}', en: '{nmae}' }] })).toEqual([
      'nmae',
      'toString',
    ]);
  });
});

describe('the validity of a certificate', () => {
  test('of six months ends on the day before', () => {
    expect(validUntil(layout, '2026-11-23')).toBe('2027-05-22');
    expect(validUntil({}, '2026-11-23')).toBeNull();
  });

  test('is valid on its last day, expired after it, revoked from the day of revocation', () => {
    const issued = { validUntil: '2027-05-22', revokedOn: null };
    expect(certificateStateOn(issued, '2027-05-22')).toBe('valid');
    expect(certificateStateOn(issued, '2027-05-23')).toBe('expired');
    expect(certificateStateOn({ ...issued, revokedOn: '2027-01-01' }, '2028-01-01')).toBe('revoked');
    expect(certificateStateOn({ validUntil: null, revokedOn: null }, '2099-01-01')).toBe('valid');
  });
});
