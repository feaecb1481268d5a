import {
  idDocumentTypes,
  maskAccountNumber,
  maskIdNumber,
  maskName,
  normaliseAccountNumber,
  normaliseIdNumber,
  validateName,
  type IdDocumentType,
} from '../../person/index.ts';
import { textIn, type Locale, type LocalText } from '../../vocabulary/index.ts';
import type { AddressField, AnswerValue, BankAccountField, PersonField } from '../form-definition.ts';
import { checkLine, given, wrong, type FieldResult, type KindRules, type FieldPart } from './kind-rules.ts';
import { checkParts, partText, type PartRule } from './parts.ts';

export const idDocumentNames: Readonly<Record<IdDocumentType, LocalText>> = {
  '111': { zh: '居民身份证', en: 'Resident identity card' },
  X01: { zh: '港澳台居民居住证', en: 'Residence permit (Hong Kong, Macau, Taiwan)' },
  '516': { zh: '港澳居民来往内地通行证', en: 'Mainland travel permit (Hong Kong, Macau)' },
  '511': { zh: '台湾居民来往大陆通行证', en: 'Mainland travel permit (Taiwan)' },
  '414': { zh: '普通护照', en: 'Passport' },
  '553': { zh: '外国人永久居留身份证', en: 'Foreign permanent resident card' },
  '114': { zh: '军官证', en: 'Officer card' },
  '133': { zh: '学生证', en: 'Student card' },
  '990': { zh: '其他证件', en: 'Other document' },
};

export const idTypesOf = ({ idTypes }: Pick<PersonField, 'idTypes'>): readonly IdDocumentType[] =>
  idTypes ?? idDocumentTypes;

const named = (key: string, zh: string, en: string): FieldPart => ({ key, label: { zh, en }, isOptional: false });
const personParts = [
  named('name', '姓名', 'Name'),
  named('idType', '证件类型', 'Kind of document'),
  named('idNumber', '证件号码', 'Number of the document'),
];
const accountParts = [
  named('holder', '户名', 'Account holder'),
  named('bank', '开户银行（到支行）', 'Bank and branch'),
  named('number', '银行账号', 'Account number'),
];
const addressParts = [
  named('province', '省（自治区、直辖市）', 'Province'),
  named('city', '市', 'City'),
  // 东莞 and a few other cities have none.
  { ...named('district', '区（县）', 'District'), isOptional: true },
  named('street', '街道、门牌、楼室', 'Street, number and room'),
  named('postcode', '邮政编码', 'Postcode'),
];

export const person: KindRules<PersonField> = {
  check: (field, raw) =>
    checkParts(raw, [
      { key: 'name', check: checkName },
      {
        key: 'idType',
        check: (sent) => (isTypeOf(field, sent) ? given(sent) : wrong('field.unknown-choice')),
      },
      {
        key: 'idNumber',
        check: (part, { idType }) =>
          checkText(part, (typed) => (isTypeOf(field, idType) ? normaliseIdNumber(idType, typed) : typed)),
      },
    ]),
  print: (_, value, locale) => personLines(value, locale, { name: (name) => name, number: (number) => number }),
  mask: (_, value, locale) => personLines(value, locale, { name: maskName, number: maskIdNumber }),
  isSensitive: true,
  parts: () => personParts,
  prefill: (name) => ({ name }),
  faults: ({ idTypes }) => (idTypes !== undefined && idTypes.length === 0 ? ['form.no-options'] : []),
};

export const bankAccount: KindRules<BankAccountField> = {
  check: (field, raw) =>
    checkParts(raw, [
      { key: 'holder', check: (sent) => line(sent, 100) },
      { key: 'bank', check: (sent) => line(sent, 100) },
      {
        key: 'number',
        check: (sent) =>
          checkText(
            sent,
            (typed) => normaliseAccountNumber(typed, { isCardOnly: field.isCardOnly === true }),
            'field.invalid-account',
          ),
      },
    ]),
  print: (_, value) => accountLines(value, { name: (holder) => holder, number: inGroups }),
  mask: (_, value) => accountLines(value, { name: maskName, number: maskAccountNumber }),
  isSensitive: true,
  parts: () => accountParts,
  prefill: (holder) => ({ holder }),
};

export const address: KindRules<AddressField> = {
  check: (field, raw) => checkParts(raw, addressRules(field)),
  print: (_, value) => [addressText(value, partText(value, 'street'))],
  mask: (_, value) => [addressText(value, '***')],
  parts: ({ asksPostcode }) => addressParts.filter(({ key }) => asksPostcode === true || key !== 'postcode'),
};

function addressRules({ asksPostcode }: AddressField): readonly PartRule[] {
  const region = (part: unknown): FieldResult => line(part, 40);
  return [
    { key: 'province', check: region },
    { key: 'city', check: region },
    { key: 'district', isOptional: true, check: region },
    { key: 'street', check: (sent) => line(sent, 120) },
    ...(asksPostcode === true
      ? [{ key: 'postcode', check: (part: unknown) => checkText(part, normalisePostcode, 'field.invalid-postcode') }]
      : []),
  ];
}

function addressText(value: AnswerValue, street: string): string {
  const [province, city, postcode] = [
    partText(value, 'province'),
    partText(value, 'city'),
    partText(value, 'postcode'),
  ];
  const region = [province, city === province ? '' : city, partText(value, 'district')].join('');
  return [region, street, postcode === '' ? '' : `(${postcode})`].filter((part) => part !== '').join(' ');
}

function checkName(part: unknown): FieldResult {
  if (typeof part !== 'string') return wrong('field.wrong-type');
  const result = validateName(part);
  if (result.ok) return given(result.name);
  return result.code === 'name.missing' ? given(undefined) : wrong('field.invalid-name');
}

const line = (part: unknown, max: number): FieldResult =>
  typeof part === 'string' ? checkLine(part, max) : wrong('field.wrong-type');

function checkText(
  part: unknown,
  normalise: (typed: string) => string | undefined,
  code: 'field.invalid-id-number' | 'field.invalid-account' | 'field.invalid-postcode' = 'field.invalid-id-number',
): FieldResult {
  const typed = line(part, 60);
  if (!typed.ok || typeof typed.value !== 'string') return typed;
  const value = normalise(typed.value);
  return value === undefined ? wrong(code) : given(value);
}

function normalisePostcode(typed: string): string | undefined {
  const digits = typed.normalize('NFKC').replace(/\s/g, '');
  return /^\d{6}$/.test(digits) ? digits : undefined;
}

function isTypeOf(field: PersonField, type: unknown): type is IdDocumentType {
  return idTypesOf(field).some((known) => known === type);
}

interface Shown {
  readonly name: (name: string) => string;
  readonly number: (number: string) => string;
}

function personLines(value: AnswerValue, locale: Locale, show: Shown): readonly string[] {
  const type = idDocumentTypes.find((known) => known === partText(value, 'idType'));
  const document = [
    type === undefined ? '' : textIn(locale, idDocumentNames[type]),
    show.number(partText(value, 'idNumber')),
  ];
  return [show.name(partText(value, 'name')), document.filter((part) => part !== '').join(' ')].filter(
    (line) => line !== '',
  );
}

function accountLines(value: AnswerValue, show: Shown): readonly string[] {
  return [show.name(partText(value, 'holder')), partText(value, 'bank'), show.number(partText(value, 'number'))].filter(
    (line) => line !== '',
  );
}

const inGroups = (number: string): string => number.replace(/(\d{4})(?=\d)/g, '$1 ');
