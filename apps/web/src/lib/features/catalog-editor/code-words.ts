import type { ContentFieldsData } from '@yitang/contract';

type Fields = ContentFieldsData;
type Row<Path extends keyof Fields> = NonNullable<Fields[Path]> extends readonly (infer Item)[] ? Item : never;
/** Every code of a field with its words: a new code does not compile until it has some. */
type WordsOf<Code> = Readonly<Record<NonNullable<Code> & (string | number), string>>;

export const audiences: WordsOf<Row<'summary.audiences'>> = {
  student: '学生',
  teacher: '教职工',
  parent: '家长',
  alumnus: '校友',
  visitor: '社会公众',
};
export const audienceGroups: WordsOf<Row<'guide.audienceGroups'>> = {
  undergraduate: '本专科生',
  postgraduate: '研究生',
  international: '国际学生',
  academic: '专任教师',
  administrative: '管理人员',
  support: '教辅与工勤人员',
  retired: '离退休人员',
};
export const lifeEvents: WordsOf<Row<'summary.lifeEvents'>> = {
  enrolment: '入学',
  studying: '在校学习',
  graduation: '毕业离校',
  joining: '入职',
  working: '在职',
  leaving: '离退',
  visiting: '来访合作',
};
export const channels: WordsOf<Row<'summary.channels'>> = {
  counter: '窗口办理',
  online: '网上办理（电脑端）',
  mobile: '移动端办理',
  post: '快递申请',
  kiosk: '自助终端',
  other: '其他',
};
export const taskTypes: WordsOf<Fields['guide.taskType']> = {
  '20': '公共服务（20）',
  '07': '行政确认（07）',
  '05': '行政给付（05）',
  '10': '其他权力（10）',
};
export const projectTypes: WordsOf<Fields['guide.projectType']> = {
  instant: '即办件',
  promised: '承诺件',
  other: '其他',
};
export const reviewTypes: WordsOf<Fields['guide.reviewType']> = {
  'at-once': '即审即办',
  'review-then-decide': '前审后批',
};
export const powerSources: WordsOf<Fields['guide.powerSource']> = {
  own: '法定本级行使',
  'handed-down': '上级下放',
  'authorised-above': '上级授权',
  'authorised-same': '同级授权',
  'entrusted-above': '上级委托',
  'entrusted-same': '同级委托',
};
export const useLevels: WordsOf<Fields['guide.useLevel']> = { university: '校级', college: '院级' };
export const bodyNatures: WordsOf<Fields['guide.bodyNature']> = {
  '1': '法定机关',
  '2': '授权组织',
  '3': '受委托组织',
  '9': '其他',
};
export const handleAreas: WordsOf<Fields['guide.handleArea']> = {
  'one-campus': '仅限本校区',
  'all-campuses': '跨校区通办',
};
export const onlineDepths: WordsOf<Fields['guide.onlineDepth']> = {
  1: 'Ⅰ级：网上公开信息',
  2: 'Ⅱ级：网上预审',
  3: 'Ⅲ级：网上申办，线下核验',
  4: 'Ⅳ级：全程网办',
};
export const limitUnits: WordsOf<Fields['guide.statutoryUnit']> = {
  workdays: '工作日',
  'calendar-days': '自然日',
  hours: '小时',
};
export const postedParts: WordsOf<Row<'guide.postedParts'>> = { materials: '申请材料', result: '办理结果' };
export const resultKinds: WordsOf<NonNullable<Fields['guide.result']>['kind']> = {
  licence: '出证办结',
  document: '出文办结',
  other: '审批办结',
  none: '无结果文书',
};
export const resultDeliveries: WordsOf<Row<'guide.resultDelivery'>> = {
  counter: '窗口领取',
  post: '邮寄送达',
  electronic: '电子送达',
  kiosk: '自助打印',
  locker: '自提柜领取',
};
export const procedureKinds: WordsOf<Row<'guide.specialProcedures'>['kind']> = {
  extension: '延长审批（延长时限）',
  other: '其他（不计入时限）',
};
export const exclusionReasons: WordsOf<NonNullable<Fields['guide.specialExclusion']>['reason']> = {
  'law-requires-presence': '法律法规要求本人到场',
  'inspection-or-interview': '需要现场勘验或面谈',
  secret: '涉密',
  'outside-body-decides': '由校外机构决定',
  other: '其他',
};
export const sourceModes: WordsOf<Row<'guide.materials'>['sourceMode']> = {
  shared: '共享：学校已有，系统调取',
  own: '自查：本部门产生，自行核查',
  applicant: '申请人提交',
};
export const materialSources: WordsOf<Row<'guide.materials'>['sourceChannel']> = {
  '10': '申请人自备（10）',
  '20': '政府部门核发（20）',
  '99': '其他（99）',
};
export const necessities: WordsOf<Row<'guide.materials'>['necessity']> = {
  required: '必要',
  optional: '非必要（视情况）',
  tolerable: '可容缺后补',
};
export const materialForms: WordsOf<Row<'guide.materials'>['form']> = {
  electronic: '电子',
  paper: '纸质',
  either: '电子或纸质',
};
export const uploadTypes: WordsOf<Row<'guide.materials'>['accepts'][number]> = { pdf: 'PDF', jpg: 'JPG', png: 'PNG' };
export const stagePowers: WordsOf<NonNullable<Fields['route']>['stages'][number]['tasks'][number]['may'][number]> = {
  accept: '受理',
  correct: '要求补正',
  refuse: '不予受理',
  suspend: '启动特别程序',
  extend: '申请延长办理期限',
  pass: '审核后转下一环节',
  decide: '作出决定',
};

type Rule = Row<'preconditions'>['rule'];
export const ruleKinds: WordsOf<Rule['kind']> = {
  affiliation: '身份属于',
  'student-status': '学籍状态属于',
  assurance: '认证等级不低于',
  'no-arrears': '没有欠费',
  'no-open-case': '没有同一事项的在办件',
  invited: '持有邀请或授权',
  window: '在规定日期内',
};
type OneOf<Kind extends Rule['kind']> = Extract<Rule, { kind: Kind }> extends { oneOf: (infer Code)[] } ? Code : never;
export const affiliationKinds: WordsOf<OneOf<'affiliation'>> = {
  student: '学生',
  teacher: '教师',
  staff: '职工',
  parent: '家长',
  alumnus: '校友',
  visitor: '访客',
};
export const studentStatuses: WordsOf<OneOf<'student-status'>> = {
  registered: '在籍注册',
  suspended: '休学',
  graduated: '毕业',
  withdrawn: '退学',
};
export const assuranceLevels: WordsOf<Extract<Rule, { kind: 'assurance' }>['atLeast']> = {
  none: '不限',
  invited: '受邀确认',
  campus: '校园身份认证',
  'real-name': '实名认证',
};
