import type {
  Audience,
  AudienceGroup,
  BodyNature,
  Channel,
  HandleArea,
  LifeEvent,
  LimitUnit,
  OnlineDepth,
  PostedPart,
  PowerSource,
  ProjectType,
  ResultDelivery,
  ResultKind,
  ReviewType,
  TaskType,
  UseLevel,
} from '../vocabulary/index.ts';

/** How people write a word of a closed list. `label` is what we ask for; the first spelling that fits counts. */
export interface Spelling<T> {
  readonly label: string;
  readonly values: readonly T[];
  readonly fits: RegExp;
}

const spelt = <T>(label: string, fits: RegExp, ...values: readonly T[]): Spelling<T> => ({ label, values, fits });

export const audienceSpellings: readonly Spelling<Audience>[] = [
  spelt('家长', /家长|监护人|parent/, 'parent'),
  spelt('校友', /校友|往届|已毕业|alumn/, 'alumnus'),
  spelt('师生', /师生|全校|全员|所有人/, 'student', 'teacher'),
  spelt('教职工', /教职工|教职员|教师|老师|职工|员工|辅导员|导师|干部|在编|离退休|teacher|staff/, 'teacher'),
  spelt('学生', /学生|本科|专科|研究生|硕士|博士|新生|毕业生|student/, 'student'),
  spelt('社会公众', /访客|社会|公众|校外|来访|自然人|法人|企业|单位|visitor/, 'visitor'),
];

export const audienceGroupSpellings: readonly Spelling<AudienceGroup>[] = [
  spelt('本专科生', /本科|专科|本专科/, 'undergraduate'),
  spelt('研究生', /研究生|硕士|博士/, 'postgraduate'),
  spelt('国际学生', /国际学生|留学生|来华/, 'international'),
  spelt('离退休人员', /离退|退休/, 'retired'),
  spelt('专任教师', /专任|教师|导师/, 'academic'),
  spelt('管理人员', /管理|行政/, 'administrative'),
  spelt('教辅与工勤人员', /教辅|工勤|实验/, 'support'),
];

export const limitUnitSpellings: readonly Spelling<LimitUnit>[] = [
  spelt('工作日', /工作日/, 'workdays'),
  spelt('自然日', /自然日|日历日|^天$|^日$/, 'calendar-days'),
  spelt('小时', /小时/, 'hours'),
];

export const postedPartSpellings: readonly Spelling<PostedPart>[] = [
  spelt('申请材料', /材料|申请/, 'materials'),
  spelt('办理结果', /结果|证/, 'result'),
];

export const channelSpellings: readonly Spelling<Channel>[] = [
  spelt('线上线下均可', /线上线下|线下线上/, 'online', 'counter'),
  spelt('移动端', /移动|手机|掌上|微信|钉钉|app|小程序/, 'mobile'),
  spelt('网上办理', /网上|网办|线上|在线|网络|互联网|pc/, 'online'),
  spelt('窗口办理', /窗口|现场|线下|大厅|柜台|到校/, 'counter'),
  spelt('邮寄', /邮|快递/, 'post'),
  spelt('自助终端', /自助|终端/, 'kiosk'),
  spelt('其他', /其他|其它/, 'other'),
];

export const lifeEventSpellings: readonly Spelling<LifeEvent>[] = [
  spelt('入学', /入学|新生|报到/, 'enrolment'),
  spelt('毕业', /毕业/, 'graduation'),
  spelt('在校学习', /在校|学习|在读|就读/, 'studying'),
  spelt('入职', /入职|新进|聘用/, 'joining'),
  spelt('离校离职', /离校|离职|离退|退休|调出/, 'leaving'),
  spelt('在职工作', /在职|工作|教学|科研/, 'working'),
  spelt('来访', /来访|访问|参观/, 'visiting'),
];

export const projectTypeSpellings: readonly Spelling<ProjectType>[] = [
  spelt('即办件', /^1$|即办|当场/, 'instant'),
  spelt('承诺件', /^2$|承诺/, 'promised'),
  spelt('其他', /^9$|其他|其它/, 'other'),
];

export const reviewTypeSpellings: readonly Spelling<ReviewType>[] = [
  spelt('即审即办', /即审|即时/, 'at-once'),
  spelt('前审后批', /前审|先审|审批/, 'review-then-decide'),
];

export const taskTypeSpellings: readonly Spelling<TaskType>[] = [
  spelt('公共服务', /^20$|公共服务/, '20'),
  spelt('行政确认', /^0?7$|行政确认|确认/, '07'),
  spelt('行政给付', /^0?5$|行政给付|给付/, '05'),
  spelt('其他行政权力', /^10$|其他|其它/, '10'),
];

export const powerSourceSpellings: readonly Spelling<PowerSource>[] = [
  spelt('上级授权', /上级.*授权/, 'authorised-above'),
  spelt('同级授权', /同级.*授权|本级.*授权/, 'authorised-same'),
  spelt('上级委托', /上级.*委托/, 'entrusted-above'),
  spelt('同级委托', /同级.*委托|本级.*委托/, 'entrusted-same'),
  spelt('上级下放', /下放/, 'handed-down'),
  spelt('法定本级行使', /法定|本级|自有/, 'own'),
];

export const useLevelSpellings: readonly Spelling<UseLevel>[] = [
  spelt('院级', /院级|学院|院系|二级/, 'college'),
  spelt('校级', /校级|学校|全校/, 'university'),
];

export const bodyNatureSpellings: readonly Spelling<BodyNature>[] = [
  spelt('法定机关', /^1$|法定机关/, '1'),
  spelt('受委托组织', /^3$|委托/, '3'),
  spelt('授权组织', /^2$|授权/, '2'),
  spelt('其他', /^9$|其他|其它/, '9'),
];

export const handleAreaSpellings: readonly Spelling<HandleArea>[] = [
  spelt('全校通办', /全校|通办|任一|各校区|跨校区/, 'all-campuses'),
  spelt('仅限本校区', /本校区|限|不通办/, 'one-campus'),
];

export const onlineDepthSpellings: readonly Spelling<OnlineDepth>[] = [
  spelt('4 全程网办', /4|四级|全程网办|全流程/, 4),
  spelt('3 网上受理', /3|三级|受理|办理/, 3),
  spelt('2 网上预审', /2|二级|预审/, 2),
  spelt('1 网上查询', /1|一级|查询|公示|信息/, 1),
];

export const resultKindSpellings: readonly Spelling<ResultKind>[] = [
  spelt('无实物', /^无|没有|不出/, 'none'),
  spelt('证照', /证照|证件|出证|证书|执照/, 'licence'),
  spelt('批文', /批文|文件|出文|文书|证明/, 'document'),
  spelt('其他', /其他|其它/, 'other'),
];

export const resultDeliverySpellings: readonly Spelling<ResultDelivery>[] = [
  spelt('邮寄', /邮|快递/, 'post'),
  spelt('自助打印', /自助|终端/, 'kiosk'),
  spelt('自提柜', /柜/, 'locker'),
  spelt('电子送达', /电子|网上|线上|下载|短信|在线/, 'electronic'),
  spelt('窗口领取', /窗口|现场|自取|自行领取|当面|大厅|到校/, 'counter'),
];

/** All words that a text names; undefined where it names none. */
export function findSpelt<T>(text: string, spellings: readonly Spelling<T>[]): readonly T[] | undefined {
  return spellings.find(({ fits }) => fits.test(text))?.values;
}
