import * as codes from './code-words.ts';
import { freeKey, type Control, type Part } from './control.ts';

/** The lists of a guide and what each of their rows holds. */

const empty = { zh: '' };
const text = (width: 'full' | 'half' | 'short' = 'full'): Control => ({ kind: 'text', width });
const local = (rows?: number): Control => ({ kind: 'local', ...(rows && { rows }) });
const part = (label: string, control: Control, help?: string): Part => ({ label, control, ...(help && { help }) });

type RowsControl = Extract<Control, { kind: 'rows' }>;

function rows(noun: string, blank: Record<string, unknown>, parts: Readonly<Record<string, Part>>): RowsControl {
  return { kind: 'rows', noun, blank: () => blank, item: { kind: 'record', parts, blank } };
}

/** As `rows`, and each row gets a key that stays when it moves: others refer to it. */
function keyedRows(
  noun: string,
  prefix: string,
  { blank, parts }: { blank: Record<string, unknown>; parts: Readonly<Record<string, Part>> },
): Control {
  const control = rows(noun, blank, parts);
  return {
    ...control,
    kind: 'rows',
    blank: (keys: readonly string[]) => ({ key: freeKey(prefix, keys), ...blank }),
  };
}

export const conditions: Control = { kind: 'rows', noun: '条件', blank: () => empty, item: local(2) };

export const basis = rows(
  '依据',
  { title: '' },
  {
    title: part('文件名称', text(), '写文件全名，不加书名号。'),
    docNo: part('文号', text('half')),
    article: part('条款', text('half'), '具体到条、款、项。'),
    text: part('条文内容', { kind: 'text', rows: 3 }),
    expiresOn: part('有效期至', { kind: 'date' }, '文件写明有效期的才填，到期前系统会提醒。'),
  },
);

const stepParts = {
  name: part('环节', local()),
  by: part('办理岗位或人员', local()),
  days: part('时限', { kind: 'number', unit: '个工作日' }, '各环节合计不超过承诺时限。'),
  standard: part('审查标准', local(2)),
  result: part('环节结果', local()),
  showWhen: part('什么情形才经过', { kind: 'condition' }),
};
export const steps = rows('环节', { name: empty, by: empty, days: null }, stepParts);

export const fees = rows(
  '收费项目',
  { name: empty, amountFen: 0, basis: '' },
  {
    name: part('项目名称', local()),
    amountFen: part('标准', { kind: 'yuan' }, '每次办理收取的金额；按学分、页数等计收的填 0，在下一栏写明。'),
    standard: part('标准说明', local(2), '不是一个固定金额时写清怎么算。'),
    basis: part('收费依据', text(), '没有依据不得收费。'),
    reduction: part('减免', local(2), '哪些人减免、减免多少。'),
  },
);

export const places: Control = {
  ...rows(
    '地点',
    { name: empty, address: empty, hours: empty },
    {
      name: part('地点名称', local()),
      address: part('地址', local(), '具体到楼、楼层和窗口号或门牌号。'),
      hours: part('办理时间', local(), '写明“工作日”和起止时刻；寒暑假不同的也写上。'),
    },
  ),
  from: 'counters',
};

interface Counter {
  readonly name: string;
  readonly place: string;
  readonly hours: string;
}

/** A counter of the university as a place of a guide. */
export const placeOfCounter = ({ name, place, hours }: Counter) => ({
  name: { zh: name },
  address: { zh: place },
  hours: { zh: hours },
});

export const faqs = rows(
  '问题',
  { question: empty, answer: empty },
  { question: part('问题', local(2)), answer: part('回答', local(3)) },
);

export const windows = rows(
  '窗口期',
  { from: '', until: '' },
  {
    from: part('开始日期', { kind: 'date' }),
    until: part('截止日期', { kind: 'date' }),
    note: part('说明', local()),
  },
);

export const specialProcedures = rows(
  '特别程序',
  { kind: 'other', name: empty, basis: '', limitDays: 0 },
  {
    kind: part('种类', { kind: 'code', words: codes.procedureKinds }),
    name: part('名称', local(), '例如公示、专家评审、校外学历验证。'),
    basis: part('依据', text()),
    limitDays: part('最长', { kind: 'number', unit: '个工作日' }),
  },
);

const option = { value: '', label: empty };
export const situations = keyedRows('情形问题', 's', {
  blank: { question: empty, options: [] },
  parts: {
    question: part('向申请人提的问题', local(), '例如“因为什么原因补办？”'),
    options: part('选项', {
      kind: 'rows',
      noun: '选项',
      blank: (keys) => ({ ...option, value: freeKey('o', keys) }),
      item: {
        kind: 'record',
        blank: option,
        parts: {
          label: part('选项文字', local()),
          leaf: part('业务办理项后缀', text('short'), '两位数字；选项是单独的业务办理项时才填。'),
        },
      },
    }),
    showWhen: part('什么时候问', { kind: 'condition' }),
  },
});

export const materials = keyedRows('材料', 'm', {
  blank: {
    name: empty,
    sourceMode: 'applicant',
    necessity: 'required',
    form: 'either',
    originals: 1,
    copies: 0,
    why: empty,
    accepts: ['pdf', 'jpg', 'png'],
    maxBytes: 10_485_760,
    maxFiles: 5,
  },
  parts: {
    name: part('材料名称', local()),
    sourceMode: part(
      '从哪里来',
      { kind: 'code', words: codes.sourceModes },
      '学校或本部门已有的，不再要申请人提交；三种来源只能选一种。',
    ),
    sharedFrom: part(
      '共享自哪个系统',
      { kind: 'source' },
      '来源选“学校已有”时从数据目录中选。目录里没有的，请改革办先在“数据目录”中登记。',
    ),
    sourceChannel: part('来源渠道', { kind: 'code', words: codes.materialSources }, '上报交换表时使用。'),
    sourceNote: part('来源说明', local()),
    reusableLicence: part('可替代的电子证照', text('half'), '有这个证照的，不再要这份材料。'),
    why: part('为什么需要', local(2), '用一句话告诉申请人这份材料用来证明什么。'),
    basis: part('要求的依据', text(), '证明和盖章没有依据的，不能发布。'),
    isProof: part('这是要由别的单位出具的证明或盖章', { kind: 'flag' }),
    necessity: part('必要性', { kind: 'code', words: codes.necessities }),
    neededWhen: part('非必要时的办理情形', local(2), '非必要的材料，写清什么时候要。'),
    showWhen: part('什么情形才需要', { kind: 'condition' }),
    form: part('材料形式', { kind: 'code', words: codes.materialForms }),
    originals: part('原件', { kind: 'number', unit: '份' }),
    copies: part('复印件', { kind: 'number', unit: '份' }),
    pageFormat: part('规格', text('short'), '例如 A4、一寸。'),
    isFilledOnSite: part('须本人现场填写', { kind: 'flag' }),
    accepts: part('可上传的格式', { kind: 'codes', words: codes.uploadTypes }),
    maxFiles: part('最多上传', { kind: 'number', unit: '个文件' }),
    maxBytes: part('单个文件上限', { kind: 'number', unit: '字节' }, '10 MB 是 10485760 字节。'),
    issuer: part('出具机构', text()),
    issuedByMatter: part('由校内哪个事项办出', text('half'), '填那个事项的编码。'),
    validity: part('出具时间要求', local()),
    standard: part('受理标准', local(2), '什么样的材料才算合格。'),
    instructions: part('填报须知', local(2)),
    handling: part('办理说明', local(2), '这份材料在哪里、怎样办到。'),
    blankFileId: part('空白表格', { kind: 'file' }),
    sampleFileId: part('示例样表', { kind: 'file' }, '样表里不能有真实的个人信息。'),
  },
});

export const preconditions = keyedRows('条件', 'p', {
  blank: { label: empty, rule: { kind: 'no-open-case' } },
  parts: {
    rule: part('核验什么', { kind: 'rule' }),
    label: part('对申请人的说法', local(), '例如“没有欠缴学费”。'),
    remedy: part('不满足时怎么办', local(2)),
    remedyLink: part('去哪里办', text(), '例如缴费平台的网址，或者本厅里的 /matters/编码；申请人可以从这里直接过去。'),
    basis: part('依据', text()),
  },
});
