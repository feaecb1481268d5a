import * as codes from './code-words.ts';
import type { Control, FieldPath, Part } from './control.ts';
import * as lists from './row-controls.ts';

interface FieldEntry {
  readonly control: Control;
  /** One short sentence on what belongs there. */
  readonly help?: string;
}

const text = (help?: string, width: 'full' | 'half' | 'short' = 'full'): FieldEntry => ({
  control: { kind: 'text', width },
  ...(help && { help }),
});
const local = (help?: string, rows?: number): FieldEntry => ({
  control: { kind: 'local', ...(rows && { rows }) },
  ...(help && { help }),
});
const flag = (help?: string): FieldEntry => ({ control: { kind: 'flag' }, ...(help && { help }) });
const code = (words: Readonly<Record<string, string>>, help?: string): FieldEntry => ({
  control: { kind: 'code', words },
  ...(help && { help }),
});
const many = (words: Readonly<Record<string, string>>, help?: string): FieldEntry => ({
  control: { kind: 'codes', words },
  ...(help && { help }),
});
const days = (help: string): FieldEntry => ({ control: { kind: 'number', unit: '个工作日' }, help });
const limit = (help: string): FieldEntry => ({ control: { kind: 'number', unit: '' }, help });
const part = (label: string, control: Control, help?: string): Part => ({ label, control, ...(help && { help }) });
const name = part('姓名', { kind: 'text', width: 'half' });
const owner: Control = {
  kind: 'record',
  blank: { name: '' },
  parts: { name, phone: part('电话', { kind: 'text', width: 'half' }) },
};

/** How each field of a matter is typed or chosen. A new field does not compile until it has a line here. */
export const fieldTable: Readonly<Record<FieldPath, FieldEntry>> = {
  'summary.name': text('用“办什么”的说法，同一部门内不重名。'),
  'guide.summary': local('让没办过的人一句话看懂能办成什么。', 2),
  'summary.category': { control: { kind: 'pick', from: 'categories' }, help: '尽量用已有的分类，可以直接输入新的。' },
  'summary.audiences': many(codes.audiences, '能来办这件事的人。'),
  'summary.lifeEvents': many(codes.lifeEvents, '人们会在哪个阶段找它；要与服务对象相称。'),
  'summary.keywords': { control: { kind: 'list' }, help: '别名、俗称、常见说法，用顿号或逗号隔开。' },
  'guide.audienceGroups': many(codes.audienceGroups, '只面向其中一部分人时才选。'),
  'guide.nationalCodes': {
    control: {
      kind: 'record',
      blank: {},
      parts: {
        catalog: part('基本编码', { kind: 'text', width: 'half' }),
        task: part('实施编码', { kind: 'text', width: 'half' }),
        handlingItem: part('业务办理项编码', { kind: 'text', width: 'half' }),
      },
    },
    help: '对接政务服务平台时才需要，长度不限。',
  },
  'guide.taskType': code(codes.taskTypes),
  'guide.projectType': code(codes.projectTypes, '当场能办结的是即办件，承诺时限填 0。'),
  'guide.reviewType': code(codes.reviewTypes, '即办件对应即审即办，承诺件对应前审后批。'),
  'guide.specialExclusion': {
    control: {
      kind: 'record',
      blank: { reason: 'other', evidence: '', approver: '', reviewOn: '' },
      parts: {
        reason: part('原因', { kind: 'code', words: codes.exclusionReasons }),
        evidence: part('证据', { kind: 'text', rows: 2 }),
        approver: part('批准人', { kind: 'text', width: 'half' }),
        reviewOn: part('复核日期', { kind: 'date' }, '到期要重新说明理由。'),
      },
    },
    help: '确实做不到“最多跑一次”的事项，经批准才填。',
  },
  'summary.departmentId': { control: { kind: 'pick', from: 'departments' }, help: '对外承担责任的部门。' },
  'guide.handlingOffice': text('具体办理的科室。', 'half'),
  'guide.basis': { control: lists.basis, help: '法律、规章或学校制度；没有依据的事项不能发布。' },
  'guide.powerCodes': { control: { kind: 'list' }, help: '小微权力清单里的编号，可以有几个，用逗号隔开。' },
  'guide.powerSource': code(codes.powerSources),
  'guide.useLevel': code(codes.useLevels),
  'guide.authorityDivision': local('学校和学院各自决定什么。', 2),
  'guide.exerciseContent': local('这项权力具体做什么。', 2),
  'guide.bodyCode': text('18 位。', 'half'),
  'guide.bodyNature': code(codes.bodyNatures),
  'guide.jointDepartmentIds': {
    control: { kind: 'picks', from: 'departments' },
    help: '要一起作决定的部门；选了就按联办处理。',
  },
  'guide.componentCodes': {
    control: { kind: 'list' },
    help: '“一件事”才填：一次办成的各个事项的编码，用逗号隔开。办件量按所定口径只计一次。',
  },
  'guide.entrustedBy': text('受别的部门委托办理的，写委托部门。', 'half'),
  'guide.conditions': { control: lists.conditions, help: '一条写一个条件，写清能批准和不能批准的情况。' },
  preconditions: { control: lists.preconditions, help: '系统能查到的条件，在填表之前自动核对，不让人白填。' },
  'guide.windows': { control: lists.windows, help: '只在某些日子受理的才填。' },
  'guide.quota': local('有名额限制的写清数量和先后规则。'),
  'guide.situations': { control: lists.situations, help: '不同情形要的材料不同时，用问题来区分。' },
  'guide.materials': { control: lists.materials, help: '每份材料写明来源和用途；不需要材料就保持为空。' },
  'guide.steps': { control: lists.steps, help: '按先后写出受理、审核、决定、送达各环节。' },
  'guide.stepsOffline': { control: lists.steps, help: '窗口办理与网上不同时才填。' },
  'guide.specialProcedures': { control: lists.specialProcedures, help: '公示、评审等停表的程序，各有自己的期限。' },
  'guide.intermediary': local('需要中介机构出具文书的，写名称和依据；没有就留空。'),
  'guide.promisedDays': days('从受理到办结，不超过法定时限；0 就是当场办结。'),
  'guide.promiseNote': local('时限怎么算有特别之处时说明。'),
  'guide.statutoryDays': limit('法律或学校制度规定的最长时限；下一栏不选单位的，按工作日。'),
  'guide.statutoryUnit': code(codes.limitUnits, '承诺时限一律按工作日。'),
  'guide.statutoryNote': local(),
  'guide.doesVacationCount': flag('寒暑假里的工作日是否计入承诺时限。'),
  'summary.channels': many(codes.channels, '申请可以从哪些渠道提出。'),
  'guide.visitsOnSite': {
    control: { kind: 'number', unit: '次' },
    help: '从提出申请到拿到结果，本人要到现场几次。',
  },
  'guide.visitReason': local('次数不为 0 时必填；为 0 时留空。'),
  'guide.isOnline': flag('能在网上提出申请。'),
  'guide.onlineUrl': text('在别的系统里办理的，写完整网址。'),
  'guide.isMobile': flag(),
  'guide.mobileUrl': text('手机上办理的完整网址。'),
  'guide.onlineDepth': {
    control: { kind: 'code', words: codes.onlineDepths, isNumber: true },
    help: '选Ⅳ级，到现场次数必须是 0。',
  },
  'guide.handleArea': code(codes.handleAreas),
  'guide.isInHall': flag('在服务大厅设有窗口。'),
  'guide.counterCodes': { control: { kind: 'picks', from: 'counters' }, help: '在服务大厅的哪些窗口办理。' },
  'guide.places': { control: lists.places, help: '到现场办理或领取的地方。' },
  'guide.isBookable': flag(),
  'guide.booking': {
    control: {
      kind: 'record',
      blank: {},
      parts: {
        perDay: part('每日名额', { kind: 'number', unit: '个' }),
        rules: part('预约规则', { kind: 'local', rows: 2 }, '提前几天、怎样取消、过号怎么办。'),
      },
    },
    help: '支持预约的才填。',
  },
  'guide.isPaidOnline': flag('不收费的事项选“否”。'),
  'guide.isPosted': flag('材料或结果可以快递。'),
  'guide.postedParts': many(codes.postedParts, '支持快递的才选。'),
  'guide.isOnKiosk': flag(),
  'guide.fees': { control: lists.fees, help: '不收费就保持为空。' },
  'guide.result': {
    control: {
      kind: 'record',
      blank: { name: { zh: '' }, kind: 'document' },
      parts: {
        name: part('结果名称', { kind: 'local' }, '与申请人拿到的证照、文书名称一致。'),
        kind: part('结果类型', { kind: 'code', words: codes.resultKinds }),
        sampleFileId: part('结果样本', { kind: 'file' }),
      },
    },
  },
  'guide.resultDelivery': many(codes.resultDeliveries),
  layout: {
    control: { kind: 'elsewhere', room: 'certificate' },
    help: '办结时由系统签发的电子证明；版式随版本保存，在办的件沿用提交时的版式。',
  },
  'guide.consultPhone': text('带区号，例如 0571-88880000。', 'half'),
  'guide.consultAddress': local(),
  'guide.complaintPhone': text('带区号，不能与咨询电话相同。', 'half'),
  'guide.complaintAddress': local(),
  'guide.remedy': local('对结果不服时怎么办：先向哪里申诉，多少天内提出。', 2),
  'guide.faqs': { control: lists.faqs, help: '窗口和电话里问得最多的问题。' },
  'guide.runSystem': text('实际办理用的业务系统。', 'half'),
  'guide.ssoUrl': text('业务系统接受统一身份认证的完整网址。'),
  'guide.ownerA': { control: owner, help: '平时负责办理的人。' },
  'guide.ownerB': { control: owner, help: 'A 岗不在时顶上的人。' },
  form: { control: { kind: 'elsewhere', room: 'form' } },
  route: { control: { kind: 'elsewhere', room: 'route' } },
};
