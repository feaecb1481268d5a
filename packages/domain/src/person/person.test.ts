import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { property } from '../../../../tests/support/property.ts';
import { addDays } from '../calendar/index.ts';
import { maskEmail, maskIdNumber, maskInText, maskName, maskPhone } from './masking.ts';
import { validateName } from './person-name.ts';
import { normalisePhone } from './phone.ts';
import { checkCharacterOfId, isResidentId, parseResidentId } from './resident-id.ts';

const withCheck = (body: string): string => body + checkCharacterOfId(body);
const nameOf = (raw: string): string => {
  const result = validateName(raw);
  return result.ok ? result.name : result.code;
};

describe('a name (APP-14)', () => {
  test.each([
    '张三',
    '𠮷田',
    '㐀龘',
    '买买提·阿卜杜拉',
    'Anna Maria',
    "Seán O'Brien",
    'Müller-Lüdenscheidt',
    'José',
    '아이유',
    '葛\u{E0100}一',
    '\uE000明',
    'A. B. Smith, Jr.',
  ])('%s is one, kept as typed', (name) => {
    expect(nameOf(name)).toBe(name);
  });

  test('outer spaces go, inner ones stay', () => {
    expect(nameOf('　张 三 ')).toBe('张 三');
    expect(nameOf('Anna  Maria')).toBe('Anna  Maria');
  });

  test('the dot between the parts is written one way', () => {
    expect(['买买提•阿卜杜拉', '买买提‧阿卜杜拉', '买买提・阿卜杜拉'].map(nameOf)).toEqual(
      Array(3).fill('买买提·阿卜杜拉'),
    );
  });

  test.each([
    ['', 'name.missing'],
    ['\u200b', 'name.missing'],
    ['张', 'name.too-short'],
    ['𠮷', 'name.too-short'],
    ['张'.repeat(51), 'name.too-long'],
    ['e\u0323'.repeat(30), 'ẹ'.repeat(30)],
    [`a${'\u0321'.repeat(100)}b`, 'name.too-long'],
    ['<script>', 'name.forbidden-characters'],
    ['张3', 'name.forbidden-characters'],
    ['··', 'name.forbidden-characters'],
    ['张\u0000三', 'name.forbidden-characters'],
    ['张\n三', 'name.forbidden-characters'],
    ['=cmd()', 'name.forbidden-characters'],
  ])('%j gives %s', (raw, expected) => {
    expect(nameOf(raw)).toBe(expected);
  });

  property(
    'of two to fifty Chinese characters, rare ones included, always passes',
    fc.array(fc.constantFrom('张', '𠮷', '龘', '㐀', '𬭎'), { minLength: 2, maxLength: 50 }),
    (name) => {
      expect(nameOf(name.join(''))).toBe(name.join(''));
    },
  );
});

describe('a number of an identity card (APP-14)', () => {
  test('the example of the standard is valid', () => {
    expect(parseResidentId('11010519491231002x')).toEqual({
      number: '11010519491231002X',
      kind: 'resident',
      birthDate: '1949-12-31',
    });
  });

  test.each([
    ['81000019900307001', 'hong-kong'],
    ['82000019900307001', 'macau'],
    ['83000019900307001', 'taiwan'],
    ['91111119900307001', 'permanent-foreigner'],
    ['33010619900307001', 'resident'],
  ])('%s… is of kind %s', (body, kind) => {
    expect(parseResidentId(withCheck(body))?.kind).toBe(kind);
  });

  test.each([
    '',
    '123',
    withCheck('33010619900230001'),
    withCheck('84000019900307001'),
    withCheck('00010619900307001'),
    '1101051949123100211',
    '1101051949123100a2',
  ])('%j is none', (text) => {
    expect(isResidentId(text)).toBe(false);
  });

  const body = fc
    .tuple(fc.nat(40_000), fc.integer({ min: 0, max: 999 }))
    .map(
      ([days, order]) => `330106${addDays('1910-01-01', days).replaceAll('-', '')}${String(order).padStart(3, '0')}`,
    );

  property(
    'one wrong digit always shows',
    fc.tuple(body, fc.nat(17), fc.constantFrom(...'0123456789')),
    ([valid, place, wrong]) => {
      const number = withCheck(valid);
      if (number[place] === wrong) return;
      expect(isResidentId(number.slice(0, place) + wrong + number.slice(place + 1))).toBe(false);
    },
  );

  property('two neighbours exchanged always show', fc.tuple(body, fc.nat(16)), ([valid, place]) => {
    const number = withCheck(valid);
    const [first = '', second = ''] = [number[place], number[place + 1]];
    if (first !== second)
      expect(isResidentId(number.slice(0, place) + second + first + number.slice(place + 2))).toBe(false);
  });
});

describe('a mobile phone number', () => {
  test.each(['13800138000', '+86 138 0013 8000', '0086-138-0013-8000', '138-0013-8000'])('%s is understood', (text) => {
    expect(normalisePhone(text)).toBe('13800138000');
  });

  test.each(['', '12800138000', '1380013800', '138001380000', '0571-88888888', '138００138000', '1380013800x'])(
    '%j is none',
    (text) => {
      expect(normalisePhone(text)).toBeUndefined();
    },
  );
});

describe('masking', () => {
  test.each([
    ['张三', '张*'],
    ['王小明', '王*明'],
    ['欧阳小明', '欧**明'],
    ['𠮷田', '𠮷*'],
    ['𠮷龘㐀', '𠮷*㐀'],
    ['阿依古丽·买买提', '阿***·买**'],
    ['Anna Smith', 'A*** S****'],
    ['Cher', 'C***'],
    ['张', '*'],
    ['', ''],
  ])('%s becomes %s (R-DATA-5)', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  test('numbers, phones and addresses keep no more than is needed to know them again', () => {
    expect(maskIdNumber('11010519491231002X')).toBe('1****************X');
    expect(maskPhone('13800138000')).toBe('138****8000');
    expect(maskPhone('057188888888')).toBe('**********88');
    expect(maskPhone('1')).toBe('*');
    expect(maskEmail('anna@example.com')).toBe('a***@example.com');
    expect(maskEmail('no address')).toBe('***');
    expect(
      maskInText('我是3000000001，电话 138 0013 8000，身份证11010519491231002X，2026 年的，邮箱anna@example.com。'),
    ).toBe('我是********01，电话 138****8000，身份证****************2X，2026 年的，邮箱a***@example.com。');
  });

  property(
    'a masked name shows at most a first and a last character of each part',
    fc.array(fc.constantFrom('张', '𠮷', '龘', 'a', '·', ' '), { maxLength: 12 }),
    (parts) => {
      const name = parts.join('');
      for (const part of maskName(name).split(/[ ·]+/u))
        expect([...part.replaceAll('*', '')].length).toBeLessThanOrEqual(2);
      expect([...maskName(name)].length).toBe([...name].length);
    },
  );
});
