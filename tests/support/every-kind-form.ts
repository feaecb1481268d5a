import type { Answers, FormDefinition, FormField } from '@yitang/domain/form';

const label = (zh: string) => ({ zh, en: zh });
const options = [
  { value: 'train', label: { zh: '火车', en: 'Train' } },
  { value: 'plane', label: { zh: '飞机', en: 'Plane' } },
];

/** One field of every kind, in the pages of a form that can be filled in: a reimbursement with everything. */
export const everyKindForm: FormDefinition = {
  pages: [
    {
      key: 'words',
      title: label('事由'),
      fields: [
        { kind: 'note', key: 'read', label: label('填写须知'), statement: label('请准备好发票。') },
        { kind: 'text', key: 'title', label: label('标题'), maxLength: 40 },
        { kind: 'paragraph', key: 'why', label: label('事由'), maxLength: 200, optional: true },
        { kind: 'choice', key: 'by', label: label('交通方式'), options },
        { kind: 'choices', key: 'with', label: label('同行事项'), options, optional: true },
      ],
    },
    {
      key: 'when',
      title: label('时间'),
      fields: [
        { kind: 'date', key: 'bought', label: label('购票日期'), latestInDays: 0 },
        { kind: 'date-range', key: 'trip', label: label('出差日期'), maxDays: 30 },
        { kind: 'time', key: 'meets', label: label('会面时间'), earliest: '08:00', latest: '18:00' },
        { kind: 'year-month', key: 'budget', label: label('预算月份'), earliest: '2020-01' },
        {
          kind: 'computed',
          key: 'days',
          label: label('天数'),
          operation: 'days',
          of: [{ field: 'trip' }],
          unit: { zh: '天', en: 'days' },
        },
      ],
    },
    {
      key: 'costs',
      title: label('费用'),
      fields: [
        {
          kind: 'table',
          key: 'items',
          label: label('明细'),
          minRows: 1,
          maxRows: 5,
          columns: [
            { kind: 'text', key: 'what', label: label('项目'), maxLength: 40 },
            { kind: 'choice', key: 'by', label: label('方式'), options, optional: true },
            { kind: 'date', key: 'on', label: label('日期'), optional: true },
            { kind: 'number', key: 'pieces', label: label('张数'), min: 1, max: 99 },
            { kind: 'money', key: 'amount', label: label('金额'), min: 1, max: 10_000_000 },
          ],
        },
        { kind: 'money', key: 'advance', label: label('已借款'), min: 0, max: 10_000_000 },
        {
          kind: 'computed',
          key: 'total',
          label: label('合计'),
          operation: 'sum',
          isAmount: true,
          of: [{ field: 'items', column: 'amount' }],
        },
        {
          kind: 'computed',
          key: 'owed',
          label: label('应付'),
          operation: 'difference',
          isAmount: true,
          of: [{ field: 'total' }, { field: 'advance' }],
        },
        {
          kind: 'computed',
          key: 'rows',
          label: label('笔数'),
          operation: 'count',
          of: [{ field: 'items' }],
        },
      ],
    },
    {
      key: 'payee',
      title: label('收款人'),
      fields: [
        {
          kind: 'person',
          key: 'person',
          label: label('收款人'),
          prefill: 'person.name',
          purpose: label('核对收款人'),
        },
        { kind: 'bank-account', key: 'account', label: label('收款账户'), purpose: label('付款') },
        { kind: 'address', key: 'home', label: label('通讯地址'), asksPostcode: true },
        { kind: 'phone', key: 'phone', label: label('电话') },
        { kind: 'email', key: 'mail', label: label('邮箱'), optional: true },
      ],
    },
    {
      key: 'proof',
      title: label('发票'),
      fields: [{ kind: 'file', key: 'invoice', label: label('发票'), requirement: 'photo' }],
    },
    {
      key: 'end',
      title: label('确认'),
      fields: [
        { kind: 'number', key: 'copies', label: label('份数'), min: 1, max: 9, unit: { zh: '份', en: 'copies' } },
        { kind: 'consent', key: 'agrees', label: label('承诺'), statement: label('以上属实') },
      ],
    },
  ],
};

/** As a person types them: full-width, grouped, with spaces. Without the reckoned ones. */
export const everyKindTyped: Answers = {
  title: '赴京开会',
  by: 'train',
  with: ['plane', 'train'],
  bought: '2026-11-20',
  trip: { from: '2026-11-21', to: '2026-11-23' },
  meets: '９：３０',
  budget: '2026年11月',
  items: [
    { what: '高铁票', by: 'train', on: '2026-11-20', pieces: '２', amount: '１,０００.５' },
    { what: '', by: '', on: '', pieces: '', amount: '' },
    { what: '住宿', pieces: '1', amount: '600 元' },
  ],
  advance: '500',
  person: { name: '𠮷田·买买提', idType: '111', idNumber: ' 11010519491231002x ' },
  account: { holder: '𠮷田·买买提', bank: '中国工商银行杭州支行', number: '6222 0212 3456 7890 128' },
  home: { province: '浙江省', city: '杭州市', district: '西湖区', street: '余杭塘路 866 号', postcode: '３１００５８' },
  phone: '+86 138-0013-8000',
  mail: ' Anna@Example.COM ',
  copies: '2',
  agrees: true,
};

/** As they are kept. */
export const everyKindKept: Answers = {
  ...everyKindTyped,
  with: ['train', 'plane'],
  meets: '09:30',
  budget: '2026-11',
  days: 3,
  items: [
    { what: '高铁票', by: 'train', on: '2026-11-20', pieces: 2, amount: 100_050 },
    { what: '住宿', pieces: 1, amount: 60_000 },
  ],
  advance: 50_000,
  total: 160_050,
  owed: 110_050,
  rows: 2,
  person: { name: '𠮷田·买买提', idType: '111', idNumber: '11010519491231002X' },
  account: { holder: '𠮷田·买买提', bank: '中国工商银行杭州支行', number: '6222021234567890128' },
  home: { province: '浙江省', city: '杭州市', district: '西湖区', street: '余杭塘路 866 号', postcode: '310058' },
  phone: '13800138000',
  mail: 'Anna@example.com',
  copies: 2,
};

export const fieldOfKind = (key: string): FormField => {
  const found = everyKindForm.pages.flatMap(({ fields }) => fields).find((field) => field.key === key);
  if (found === undefined) throw new Error(`no field ${key}`);
  return found;
};
