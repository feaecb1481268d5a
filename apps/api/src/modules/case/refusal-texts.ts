import {
  dayInWords,
  textIn,
  type IssueParams,
  type Locale,
  type LocalText,
  type RefusalCode,
} from '@yitang/domain/vocabulary';

/** What each refusal of the rules says to the person, as a sentence that can be acted on. `{name}` is a parameter. */
const texts: Readonly<Record<RefusalCode, LocalText>> = {
  'draft.not-yours': { zh: '没有找到这份草稿。', en: 'This draft was not found.' },
  'matter.withdrawn': { zh: '该事项已停止办理。', en: 'This service is no longer offered.' },
  'matter.not-in-force': {
    zh: '该事项已更新，请打开草稿核对后再提交。',
    en: 'This service was updated. Open the draft, check it and submit again.',
  },
  'precondition.unmet': { zh: '这项办理条件还没有满足。', en: 'This precondition is not met yet.' },
  'precondition.unknown': {
    zh: '这项条件暂时无法核验，请稍后重新检查。',
    en: 'This could not be checked now. Please try again later.',
  },
  'case.not-yours': { zh: '没有找到这件办件。', en: 'This case was not found.' },
  'case.own-case': {
    zh: '不能办理自己的申请，请由同岗位同事办理。',
    en: 'Nobody handles their own case; a colleague must.',
  },
  'case.not-your-post': { zh: '该办件目前不由您的岗位办理。', en: 'Your post does not hold this case now.' },
  'case.stage-may-not': { zh: '当前环节不能进行这项操作。', en: 'This stage may not do that.' },
  'case.not-permitted': { zh: '您没有这项权限。', en: 'You may not do that.' },
  'case.closed': { zh: '该办件已办结。', en: 'The case is finished.' },
  'case.wrong-status': { zh: '该办件当前状态不能进行这项操作。', en: 'The case is not in a state that allows this.' },
  'case.changed-meanwhile': { zh: '刚刚有人更新了这件办件，请核对后再操作。', en: 'Somebody just changed this case.' },
  'case.materials-owed': {
    zh: '还有承诺后补的材料没有交齐，请先要求补正。',
    en: 'A promised material is still owed; ask for it first.',
  },
  'case.nothing-owed': { zh: '材料已齐全，无需容缺受理。', en: 'Nothing is owed; accept in full.' },
  'case.not-yet-due': { zh: '期限还没有到。', en: 'The limit is not over yet.' },
  'calendar.unpublished': { zh: '相关年度的校历还没有公布。', en: 'The calendar of that year is not published yet.' },
  'correction.empty': { zh: '请写明需要补正的内容。', en: 'Say what has to be corrected.' },
  'correction.incomplete': { zh: '这一项还没有补正。', en: 'This item is not corrected yet.' },
  'correction.reason-missing': {
    zh: '再次要求补正须说明首次未提出的原因。',
    en: 'A second round needs a reason why it was not asked at first.',
  },
  'arrival.in-future': { zh: '到场时间还没有到，请核对日期和时间。', en: 'That time has not come yet.' },
  'arrival.too-late': {
    zh: '只能补记最近 {days} 天内的到场，更早的请在办件上说明。',
    en: 'Only arrivals of the last {days} days can be noted.',
  },
  'arrival.other-person': {
    zh: '这张到场回执是另一个人的，请核对回执编号。',
    en: 'This notice belongs to somebody else. Check its number.',
  },
  'arrival.linked-elsewhere': {
    zh: '这张到场回执已经计入另一件办件，不能重复计算。',
    en: 'This notice already counts for another case.',
  },
  'decision.reason-missing': { zh: '请填写理由，让申请人知道原因。', en: 'Give the reason, for the applicant.' },
  'decision.basis-missing': { zh: '请填写依据的规定。', en: 'Name the rule that it rests on.' },
  'decision.ground-unknown': {
    zh: '请从办事指南列出的特别程序中选择一项。',
    en: 'Choose one of the special procedures that the guide names.',
  },
  'decision.procedure-unknown': {
    zh: '请从办事指南列出的延长审批中选择一项。',
    en: 'Choose one of the extensions that the guide names.',
  },
  'extension.pending': {
    zh: '已有一项延长申请等待审批，处理后才能再提。',
    en: 'A request for more time waits already; decide on it first.',
  },
  'extension.none': {
    zh: '没有等待审批的延长申请，可能已经处理。',
    en: 'No request for more time waits; it may have been decided on.',
  },
  'extension.own-request': {
    zh: '不能批准自己提出的延长申请，请由本部门其他负责人审批。',
    en: 'Nobody approves their own request; another head must.',
  },
  'extension.too-late': {
    zh: '办理期限已过，不能再延长，已经超期的时间不能抵消。',
    en: 'The limit is over. It cannot be extended any more, and being late is not undone.',
  },
  'extension.exhausted': { zh: '可以延长的工作日已经用完。', en: 'No more working days are left to extend by.' },
  'extension.too-many-days': {
    zh: '最多还能延长 {max} 个工作日。',
    en: 'At most {max} more working days.',
  },
  'extension.decline-reason-missing': {
    zh: '请填写不同意的理由，让经办人知道原因。',
    en: 'Give the reason, for whoever asked.',
  },
  'decision.ground-missing': { zh: '请填写停止计时的原因。', en: 'Say why the clock stands.' },
  'rating.not-finished': { zh: '办结后才能评价。', en: 'A case can be rated once it is finished.' },
  'rating.closed': { zh: '评价已结束。', en: 'Rating is closed.' },
  'rating.unknown-level': { zh: '请选择一个评价等级。', en: 'Choose one of the levels.' },
  'rating.unknown-tag': { zh: '请选择列出的评价标签。', en: 'Choose from the tags shown.' },
  'rating.too-many-tags': { zh: '选择的标签太多。', en: 'Too many tags.' },
  'rating.impossible-trips': { zh: '请填写实际跑动次数。', en: 'Give the number of trips.' },
  'rating.cause-without-trips': { zh: '跑了两趟及以上才需要选原因。', en: 'A cause belongs to two trips or more.' },
  'material.missing': { zh: '请上传这份材料。', en: 'Please upload this document.' },
  'material.unknown': { zh: '不需要这份材料，请删除。', en: 'This document is not asked for; please remove it.' },
  'material.too-many': { zh: '这份材料最多上传 {max} 个文件。', en: 'At most {max} files for this document.' },
  'material.too-large': { zh: '有文件超过大小上限，请压缩后再上传。', en: 'A file is too large; please compress it.' },
  'material.wrong-type': { zh: '文件格式不符，可上传：{accepts}。', en: 'Wrong kind of file; use {accepts}.' },
  'field.required': { zh: '请填写这一项。', en: 'Please answer this.' },
  'field.unknown': { zh: '表单中没有这一项，请刷新页面后重试。', en: 'The form has no such field; reload the page.' },
  'field.wrong-type': { zh: '填写的内容格式不对，请重新填写。', en: 'This is not the kind of answer asked for.' },
  'field.too-short': { zh: '内容太短，至少 {min} 个字。', en: 'Too short: at least {min} characters.' },
  'field.too-long': { zh: '内容太长，最多 {max} 个字。', en: 'Too long: at most {max} characters.' },
  'field.control-characters': {
    zh: '含有不可见的控制字符，请删除后重试。',
    en: 'It holds invisible control characters; please remove them.',
  },
  'field.pattern': { zh: '格式不符合要求，请核对后重填。', en: 'This does not have the form asked for.' },
  'field.too-small': { zh: '不能小于 {min}。', en: 'Not less than {min}.' },
  'field.too-large': { zh: '不能大于 {max}。', en: 'Not more than {max}.' },
  'field.impossible-date': { zh: '没有这一天，请重新填写日期。', en: 'There is no such day.' },
  'field.too-early': { zh: '不能早于 {earliest}。', en: 'Not before {earliest}.' },
  'field.too-late': { zh: '不能晚于 {latest}。', en: 'Not after {latest}.' },
  'field.before-other': { zh: '日期不能早于 {other}。', en: 'Not before {other}.' },
  'field.unknown-choice': { zh: '请从列出的选项中选择。', en: 'Choose one of the options shown.' },
  'field.invalid-phone': { zh: '请填写有效的电话号码。', en: 'Enter a valid phone number.' },
  'field.not-a-number': { zh: '请填写整数，例如 3。', en: 'Enter a whole number, such as 3.' },
  'field.not-an-amount': {
    zh: '请填写金额，单位为元，最多两位小数，例如 128.50。',
    en: 'Enter an amount in yuan with at most two decimals, such as 128.50.',
  },
  'field.impossible-time': { zh: '请填写时间，例如 09:30。', en: 'Enter a time, such as 09:30.' },
  'field.impossible-month': { zh: '请填写年月，例如 2026-09。', en: 'Enter a month, such as 2026-09.' },
  'field.ends-before-start': {
    zh: '结束日期不能早于开始日期 {from}。',
    en: 'It cannot end before {from}, when it begins.',
  },
  'field.too-many-days': { zh: '最多 {max} 天，现在是 {days} 天。', en: 'At most {max} days; this is {days}.' },
  'field.invalid-email': {
    zh: '请填写完整的电子邮箱，例如 name@example.edu.cn。',
    en: 'Enter a full e-mail address, such as name@example.edu.cn.',
  },
  'field.invalid-name': {
    zh: '姓名为 2 至 50 个字，不含数字和符号（间隔号“·”可以）。',
    en: 'A name has 2 to 50 letters and no digits or signs.',
  },
  'field.invalid-id-number': {
    zh: '证件号码与证件类型不符，请核对每一位和证件类型。',
    en: 'This is no number of that kind of document. Check every digit and the kind.',
  },
  'field.invalid-postcode': { zh: '邮政编码是 6 位数字。', en: 'A postcode has 6 digits.' },
  'field.invalid-account': {
    zh: '银行账号不对，请对照银行卡逐位核对。',
    en: 'This is not a valid account number. Compare every digit with the card.',
  },
  'field.too-few-rows': { zh: '至少填写 {min} 行。', en: 'At least {min} rows.' },
  'field.too-many-rows': {
    zh: '最多填写 {max} 行，请删除多余的行。',
    en: 'At most {max} rows; please clear the others.',
  },
  'field.must-consent': { zh: '请阅读并勾选确认。', en: 'Please read this and tick the box.' },
  'field.locked': {
    zh: '这一项来自学校已有数据，不能修改。',
    en: 'This comes from university records and cannot be changed.',
  },
};

export function refusalText(locale: Locale, code: RefusalCode, params: IssueParams = {}): string {
  return textIn(locale, texts[code]).replace(/\{(\w+)\}/g, (whole, name: string) =>
    sayParam(locale, String(params[name] ?? whole)),
  );
}

/** A day as people read it; everything else as it is. */
function sayParam(locale: Locale, value: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(value) ? textIn(locale, dayInWords(value)) : value;
}
