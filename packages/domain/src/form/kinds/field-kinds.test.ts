import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  everyKindForm,
  everyKindKept,
  everyKindTyped,
  fieldOfKind,
} from '../../../../../tests/support/every-kind-form.ts';
import { property } from '../../../../../tests/support/property.ts';
import { isSensitive, maskAnswer, printAnswer } from '../answer-print.ts';
import { validateField } from '../field-validation.ts';
import { fieldKindNames, type FormField } from '../form-definition.ts';
import { findFormFaults } from '../form-check.ts';
import { validateForm } from '../form-validation.ts';
import { fieldKinds } from './field-kinds.ts';

const today = '2026-11-23';
const fields = everyKindForm.pages.flatMap((page) => page.fields);
const label = { zh: '字段' };

function check(field: FormField, raw: unknown, answers = {}): unknown {
  const result = validateField(field, raw, { today, answers });
  if (result.ok) return result.value;
  return result.issues.map(({ part, code }) => (part === undefined ? code : `${part} ${code}`)).join(', ');
}

test('the form with every kind has every kind, and no fault', () => {
  expect(new Set(fields.map(({ kind }) => kind))).toEqual(new Set(Object.keys(fieldKinds)));
  expect([...fieldKindNames].sort()).toEqual(Object.keys(fieldKinds).sort());
  expect(findFormFaults(everyKindForm, { requirements: ['photo'] })).toEqual([]);
});

test('what was typed is kept in one form, and what is kept passes again unchanged', () => {
  expect(validateForm(everyKindForm, everyKindTyped, { today })).toEqual({ answers: everyKindKept, issues: [] });
  expect(validateForm(everyKindForm, everyKindKept, { today })).toEqual({ answers: everyKindKept, issues: [] });
});

describe('amounts', () => {
  const field: FormField = { kind: 'money', key: 'f', label, min: 1, max: 1_000_000 };
  test.each([
    ['12', 1_200],
    ['１２．５', 1_250],
    ['￥1,234.56 元', 123_456],
    ['0', 'field.too-small'],
    ['10000.01', 'field.too-large'],
    ['1.234', 'field.not-an-amount'],
    ['十元', 'field.not-an-amount'],
    [12.5, 'field.wrong-type'],
  ])('%j is %j', (raw, kept) => {
    expect(check(field, raw)).toBe(kept);
  });
  property('in yuan come back as the fen that they were', fc.integer({ min: 1, max: 1_000_000 }), (fen) => {
    expect(check(field, printAnswer(field, fen, 'zh-CN')[0])).toBe(fen);
  });
});

describe('times and months', () => {
  test.each([
    ['meets', '8:00', '08:00'],
    ['meets', '18:01', 'field.too-late'],
    ['meets', '25:00', 'field.impossible-time'],
    ['budget', '2026/3', '2026-03'],
    ['budget', '2026-13', 'field.impossible-month'],
    ['budget', '2019-12', 'field.too-early'],
    ['trip', { from: '2026-11-02', to: '2026-11-01' }, 'to field.ends-before-start'],
    ['trip', { from: '2026-11-01', to: '2026-12-31' }, 'to field.too-many-days'],
    ['trip', { from: '2026-11-01' }, 'to field.required'],
    ['trip', { from: '2026-02-30', to: '' }, 'from field.impossible-date, to field.required'],
    ['trip', {}, 'from field.required, to field.required'],
  ])('%s %j gives %j', (key, raw, kept) => {
    expect(check(fieldOfKind(key), raw)).toEqual(kept);
  });
});

describe('a person (APP-14)', () => {
  const person = (idType: string, idNumber: string, name = '张三'): unknown =>
    check(fieldOfKind('person'), { name, idType, idNumber });
  test.each([
    ['111', '11010519491231002X', true],
    ['111', '110105194912310021', false],
    ['111', '810000199003070019', false],
    ['516', 'h12345678', true],
    ['414', 'E12345678', true],
    ['414', 'ABCDEFG', false],
    ['511', '12345678', true],
    ['553', 'CAN110012345678', true],
    ['114', '军字第2001988号', true],
    ['990', 'A-1/2', true],
  ])('%s %s is right: %s', (idType, idNumber, isRight) => {
    const wanted = isRight ? expect.objectContaining({ idType }) : 'idNumber field.invalid-id-number';
    expect(person(idType, idNumber)).toEqual(wanted);
  });
  test('every part that is missing or wrong is named', () => {
    expect(check(fieldOfKind('person'), { name: '张', idType: 'x', idNumber: '', more: '1' })).toBe(
      'more field.unknown, name field.invalid-name, idType field.unknown-choice, idNumber field.required',
    );
    expect(check(fieldOfKind('person'), 'text')).toBe('field.wrong-type');
  });
});

describe('accounts, addresses, mail', () => {
  const account = (number: string, isCardOnly = false): unknown =>
    check({ ...fieldOfKind('account'), isCardOnly } as FormField, { holder: '张三', bank: '工行', number });
  test('a card needs its check digit, the account of a company has none', () => {
    expect(account('６２２２ 0212 3456 7890 128')).toMatchObject({ number: '6222021234567890128' });
    expect(account('6222021234567890123')).toBe('number field.invalid-account');
    expect(account('1202022719900000123')).toMatchObject({ number: '1202022719900000123' });
    expect(account('1202022719900000123', true)).toBe('number field.invalid-account');
    expect(account('1234567')).toBe('number field.invalid-account');
  });
  test('an address may lie in a city without districts', () => {
    const typed = { province: '广东省', city: '东莞市', street: '学府路 1 号', postcode: '523808' };
    expect(check(fieldOfKind('home'), typed)).toEqual(typed);
    expect(check(fieldOfKind('home'), { ...typed, postcode: '5238' })).toBe('postcode field.invalid-postcode');
    expect(printAnswer(fieldOfKind('home'), typed, 'zh-CN')).toEqual(['广东省东莞市 学府路 1 号 (523808)']);
  });
  test.each(['a@b', '@b.cn', 'a b', 'a@-b.cn', 'a..b@c.cn'])('%s is no address for mail', (raw) => {
    expect(check(fieldOfKind('mail'), raw)).toBe('field.invalid-email');
  });
});

describe('a table', () => {
  test('says its faults at the cell', () => {
    const rows = [
      { what: '票', pieces: '0', amount: 'x' },
      {},
      { what: '', pieces: '1', amount: '1', on: '2026-02-30' },
    ];
    expect(check(fieldOfKind('items'), rows)).toBe(
      '0.pieces field.too-small, 0.amount field.not-an-amount, 2.what field.required, 2.on field.impossible-date',
    );
  });
  test('has its number of rows', () => {
    const row = { what: '票', pieces: '1', amount: '1' };
    expect(check(fieldOfKind('items'), Array(6).fill(row))).toBe('field.too-many-rows');
    expect(check({ ...fieldOfKind('items'), minRows: 2 } as FormField, [row])).toBe('field.too-few-rows');
    expect(check(fieldOfKind('items'), [{ what: ' ' }])).toBe(
      '0.what field.required, 0.pieces field.required, 0.amount field.required',
    );
  });
});

test('a reckoned value is told by nobody', () => {
  const forged = validateForm(everyKindForm, { ...everyKindTyped, total: 1, owed: 'x' }, { today });
  expect(forged.answers).toEqual(everyKindKept);
});

describe('in words', () => {
  const print = (key: string): string => printAnswer(fieldOfKind(key), everyKindKept[key], 'zh-CN').join('|');
  test.each([
    ['advance', '¥500.00'],
    ['trip', '2026-11-21 至 2026-11-23'],
    ['with', '火车、飞机'],
    ['copies', '2 份'],
    ['owed', '¥1,100.50'],
    ['days', '3 天'],
    ['person', '𠮷田·买买提|居民身份证 11010519491231002X'],
    ['account', '𠮷田·买买提|中国工商银行杭州支行|6222 0212 3456 7890 128'],
    [
      'items',
      '项目：高铁票；方式：火车；日期：2026-11-20；张数：2；金额：¥1,000.50|项目：住宿；张数：1；金额：¥600.00',
    ],
    ['agrees', '已确认'],
  ])('%s is %s', (key, words) => {
    expect(print(key)).toBe(words);
  });

  test('people, accounts and addresses are hidden from staff until they ask (R-DATA-5)', () => {
    const masked = (key: string): string => maskAnswer(fieldOfKind(key), everyKindKept[key], 'zh-CN').join('|');
    expect(masked('person')).toBe('𠮷*·买**|居民身份证 1****************X');
    expect(masked('account')).toBe('𠮷*·买**|中国工商银行杭州支行|**** 0128');
    expect(masked('home')).toBe('浙江省杭州市西湖区 *** (310058)');
    expect(masked('mail')).toBe('A***@example.com');
    expect(masked('items')).toBe('***（2 行）');
    expect(fields.filter(isSensitive).map(({ key }) => key)).toEqual(['person', 'account']);
  });
});

const anything = fc.oneof(
  fc.anything(),
  fc.string({ unit: 'binary' }),
  fc.dictionary(fc.constantFrom('name', 'idType', 'idNumber', 'from', 'to', 'number', 'street'), fc.anything()),
  fc.array(fc.dictionary(fc.constantFrom('what', 'pieces', 'amount', '__proto__'), fc.anything())),
  fc.constantFrom(...Object.values<unknown>(everyKindTyped)),
);

property(
  'whatever is sent to whatever field, nothing throws; what passes can be printed and masked, and passes again unchanged',
  fc.tuple(fc.constantFrom(...fields), anything, fc.constantFrom('zh-CN' as const, 'en' as const)),
  ([field, raw, locale]) => {
    const result = validateField(field, raw, { today, answers: {} });
    if (!result.ok || result.value === undefined) return;
    expect(printAnswer(field, result.value, locale).join('')).not.toBe('');
    maskAnswer(field, result.value, locale);
    expect(validateField(field, result.value, { today, answers: {} })).toEqual(result);
  },
);

property(
  'what was kept with its faults can be printed too',
  fc.tuple(
    fc.constantFrom(...fields),
    fc.oneof(fc.string(), fc.dictionary(fc.string(), fc.string()), fc.array(fc.dictionary(fc.string(), fc.string()))),
  ),
  ([field, raw]) => {
    printAnswer(field, raw, 'zh-CN');
    maskAnswer(field, raw, 'zh-CN');
  },
);

property(
  'what is reckoned is what a recount gives',
  fc.array(
    fc.record({
      what: fc.constant('票'),
      pieces: fc.integer({ min: 1, max: 99 }),
      amount: fc.integer({ min: 1, max: 1_000_000 }),
    }),
    {
      minLength: 1,
      maxLength: 5,
    },
  ),
  (items) => {
    const { answers } = validateForm(everyKindForm, { ...everyKindTyped, items }, { today });
    const total = items.reduce((sum, { amount }) => sum + amount, 0);
    expect([answers['total'], answers['owed'], answers['rows']]).toEqual([total, total - 50_000, items.length]);
  },
);
