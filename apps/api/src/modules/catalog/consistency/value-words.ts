import type * as words from '@yitang/domain/vocabulary';

type Words<Code extends string | number> = Readonly<Record<Code, string>>;

const channels: Words<words.Channel> = {
  counter: '窗口',
  online: '网上',
  mobile: '移动端',
  post: '邮寄',
  kiosk: '自助终端',
  other: '其他',
};
const audiences: Words<words.Audience> = {
  student: '学生',
  teacher: '教职工',
  parent: '家长',
  alumnus: '校友',
  visitor: '社会公众',
};
const lifeEvents: Words<words.LifeEvent> = {
  enrolment: '入学',
  studying: '在读',
  graduation: '毕业',
  joining: '入职',
  working: '在职',
  leaving: '离职退休',
  visiting: '来访',
};
const audienceGroups: Words<words.AudienceGroup> = {
  undergraduate: '本专科生',
  postgraduate: '研究生',
  international: '国际学生',
  academic: '专任教师',
  administrative: '管理人员',
  support: '教辅与工勤人员',
  retired: '离退休人员',
};
const projectTypes: Words<words.ProjectType> = { instant: '即办件', promised: '承诺件', other: '其他' };
const reviewTypes: Words<words.ReviewType> = { 'at-once': '即审即办', 'review-then-decide': '前审后批' };
const resultKinds: Words<words.ResultKind> = {
  licence: '出证办结',
  document: '出文办结',
  other: '审批办结',
  none: '无结果文书',
};
const deliveries: Words<words.ResultDelivery> = {
  counter: '窗口领取',
  post: '快递送达',
  electronic: '电子文件',
  kiosk: '自助打印',
  locker: '自提柜',
};
const yesOrNo = { true: '是', false: '否' };

/** Coded values as people read them, by the name of the field or of the part of an entry that holds them. */
export const valueWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  channels,
  audiences,
  audienceGroups,
  lifeEvents,
  projectType: projectTypes,
  reviewType: reviewTypes,
  resultDelivery: deliveries,
  'result.kind': resultKinds,
  taskType: { 20: '公共服务', '07': '行政确认', '05': '行政给付', 10: '其他行政权力' } satisfies Words<words.TaskType>,
  powerSource: {
    own: '法定本级行使',
    'handed-down': '上级下放',
    'authorised-above': '上级授权',
    'authorised-same': '同级授权',
    'entrusted-above': '上级委托',
    'entrusted-same': '同级委托',
  } satisfies Words<words.PowerSource>,
  useLevel: { university: '校级', college: '院级' } satisfies Words<words.UseLevel>,
  bodyNature: { 1: '法定机关', 2: '授权组织', 3: '受委托组织', 9: '其他' } satisfies Words<words.BodyNature>,
  handleArea: { 'one-campus': '本校区', 'all-campuses': '各校区通办' } satisfies Words<words.HandleArea>,
  onlineDepth: { 1: 'Ⅰ级', 2: 'Ⅱ级', 3: 'Ⅲ级', 4: 'Ⅳ级（全程网办）' } satisfies Words<words.OnlineDepth>,
  statutoryUnit: { workdays: '工作日', 'calendar-days': '自然日', hours: '小时' } satisfies Words<words.LimitUnit>,
  postedParts: { materials: '申请材料', result: '办理结果' } satisfies Words<words.PostedPart>,
  sourceChannel: { 10: '申请人自备', 20: '政府部门核发', 99: '其他' } satisfies Words<words.MaterialSource>,
  sourceMode: {
    shared: '学校已有，不用提供',
    own: '系统自动生成',
    applicant: '申请人提供',
  } satisfies Words<words.SourceMode>,
  necessity: { required: '必要', optional: '非必要', tolerable: '可容缺后补' } satisfies Words<words.Necessity>,
  form: { electronic: '电子', paper: '纸质', either: '均可' },
  'specialProcedures.kind': { extension: '延长审批', other: '其他' } satisfies Words<words.SpecialProcedureKind>,
  reason: {
    'law-requires-presence': '法律法规要求本人到场',
    'inspection-or-interview': '需现场检验、面试、考试、体检',
    secret: '涉密',
    'outside-body-decides': '校外机构决定',
    other: '其他',
  } satisfies Words<words.ExclusionReason>,
  join: { all: '全部完成', any: '任一完成', veto: '一票否决' },
  may: {
    accept: '受理',
    correct: '要求补正',
    refuse: '不予受理',
    pass: '通过',
    decide: '决定',
    suspend: '停止计时',
  },
  'fields.kind': {
    text: '单行文字',
    paragraph: '多行文字',
    number: '数字',
    date: '日期',
    choice: '单选',
    choices: '多选',
    phone: '电话',
    consent: '承诺',
  },
  isInHall: yesOrNo,
  isFilledOnSite: yesOrNo,
  isOnline: yesOrNo,
  isMobile: yesOrNo,
  isBookable: yesOrNo,
  isPaidOnline: yesOrNo,
  isPosted: yesOrNo,
  isOnKiosk: yesOrNo,
  doesVacationCount: yesOrNo,
  isProof: yesOrNo,
  optional: yesOrNo,
  isLocked: yesOrNo,
  isSensitive: yesOrNo,
  isBilingual: yesOrNo,
};

/** A coded value in words; what has none is told as it is. */
export function wordOf(name: string, value: string | number | boolean): string {
  const own = Object.hasOwn(valueWords, name) ? valueWords[name] : undefined;
  const text = String(value);
  return own !== undefined && Object.hasOwn(own, text) ? (own[text] ?? text) : text;
}
