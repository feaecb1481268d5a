import { dayInWords, type CivilDate, type Locale } from '@yitang/domain/vocabulary';

/** All that a notice may carry: no names, no numbers of people, no reasons (NOTI-2). */
export interface NoticeFacts {
  /** Number of the case. */
  readonly number?: string;
  readonly matterName?: string;
  readonly dueDate?: CivilDate;
  /** How many cases, where it is about several. */
  readonly count?: number;
}

interface BothLanguages {
  readonly zh: string;
  readonly en: string;
}

interface Words {
  readonly title: BothLanguages;
  readonly text: BothLanguages;
}

const words = (title: [zh: string, en: string], text: [zh: string, en: string]): Words => ({
  title: { zh: title[0], en: title[1] },
  text: { zh: text[0], en: text[1] },
});

/** `{matter}`, `{number}`, `{due}` and `{count}` stand for the facts; a Chinese text stays within the 70 characters of an SMS. */
export const noticeWords = {
  'case-submitted': words(
    ['申请已收到', 'Application received'],
    ['“{matter}”（{number}）已收到，预计 {due} 前办结。', '“{matter}” ({number}) was received and is due by {due}.'],
  ),
  'case-accepted': words(
    ['申请已受理', 'Application accepted'],
    ['“{matter}”（{number}）已受理，{due} 前办结。', '“{matter}” ({number}) was accepted and is due by {due}.'],
  ),
  'correction-requested': words(
    ['需要补正', 'Corrections needed'],
    ['“{matter}”（{number}）需要补正，请在 {due} 前一次补齐。', '“{matter}” ({number}) needs corrections by {due}.'],
  ),
  'correction-due': words(
    ['补正即将到期', 'Corrections are due soon'],
    [
      '“{matter}”（{number}）的补正 {due} 到期，逾期将退件。',
      'Corrections for “{matter}” ({number}) are due by {due}.',
    ],
  ),
  'correction-supplied': words(
    ['补正已收到', 'Corrections received'],
    ['“{matter}”（{number}）的补正已收到，继续办理。', 'Corrections for “{matter}” ({number}) were received.'],
  ),
  'correction-expired': words(
    ['补正逾期，已退件', 'Corrections overdue'],
    [
      '“{matter}”（{number}）逾期未补正，已退件，可重新申请。',
      '“{matter}” ({number}) was closed because corrections were not made in time.',
    ],
  ),
  'case-passed': words(
    ['进入下一环节', 'Moved to the next step'],
    [
      '“{matter}”（{number}）已转到下一环节，{due} 前办结。',
      '“{matter}” ({number}) moved to its next step and is due by {due}.',
    ],
  ),
  'case-suspended': words(
    ['进入特别程序', 'Clock stopped'],
    [
      '“{matter}”（{number}）进入特别程序，期间不计时，预计 {due} 结束。',
      'The time limit of “{matter}” ({number}) is suspended, probably until {due}.',
    ],
  ),
  'case-resumed': words(
    ['恢复办理', 'Handling resumed'],
    [
      '“{matter}”（{number}）已恢复办理，{due} 前办结。',
      '“{matter}” ({number}) is being handled again and is due by {due}.',
    ],
  ),
  'case-extended': words(
    ['办理期限延长', 'Time limit extended'],
    [
      '“{matter}”（{number}）经批准延长至 {due} 前办结，理由请登录查看。',
      'The time limit of “{matter}” ({number}) was extended to {due}. Sign in to read why.',
    ],
  ),
  'extension-requested': words(
    ['有延长申请待审批', 'An extension waits for you'],
    [
      '“{matter}”（{number}）申请延长办理期限，请在 {due} 到期前审批。',
      'More time is asked for “{matter}” ({number}), which is due by {due}. Please decide before.',
    ],
  ),
  'extension-approved': words(
    ['延长申请已批准', 'Extension approved'],
    [
      '“{matter}”（{number}）的延长申请已批准，{due} 前办结。',
      'The extension of “{matter}” ({number}) was approved; it is due by {due}.',
    ],
  ),
  'extension-declined': words(
    ['延长申请未批准', 'Extension declined'],
    [
      '“{matter}”（{number}）的延长申请未批准，请在 {due} 前办结。',
      'The extension of “{matter}” ({number}) was declined; it is due by {due}.',
    ],
  ),
  'case-approved': words(
    ['已办结', 'Approved'],
    [
      '“{matter}”（{number}）已办结，请查看结果并评价。',
      '“{matter}” ({number}) was approved. See the result and rate it.',
    ],
  ),
  'case-declined': words(
    ['不予批准', 'Not approved'],
    [
      '“{matter}”（{number}）已作出决定，理由和救济途径请登录查看。',
      'A decision on “{matter}” ({number}) was made. Sign in to read it.',
    ],
  ),
  'case-refused': words(
    ['不予受理', 'Not accepted'],
    [
      '“{matter}”（{number}）不予受理，理由和救济途径请登录查看。',
      '“{matter}” ({number}) was not accepted. Sign in to read why.',
    ],
  ),
  'case-withdrawn': words(
    ['申请已撤回', 'Application withdrawn'],
    ['“{matter}”（{number}）已撤回。', '“{matter}” ({number}) was withdrawn.'],
  ),
  'case-due': words(
    ['办理即将到期', 'Due soon'],
    ['“{matter}”（{number}）{due} 到期，请尽快办理。', '“{matter}” ({number}) is due by {due}.'],
  ),
  'case-overdue': words(
    ['办理已超期', 'Overdue'],
    ['“{matter}”（{number}）已于 {due} 到期，请立即办理。', '“{matter}” ({number}) was due by {due}.'],
  ),
  'suspension-over': words(
    ['特别程序已到预计日期', 'A special procedure should have ended'],
    [
      '“{matter}”（{number}）预计 {due} 结束特别程序，请恢复办理。',
      'The special procedure of “{matter}” ({number}) was expected to end by {due}. Please resume it.',
    ],
  ),
  'case-arrived': words(
    ['有新的待办', 'New in your inbox'],
    [
      '“{matter}”（{number}）等待您所在岗位办理，{due} 前办结。',
      '“{matter}” ({number}) waits for your post, due by {due}.',
    ],
  ),
  'cases-arrived': words(
    ['有新的待办', 'New in your inbox'],
    ['您所在岗位新到 {count} 件办件，请登录办理。', '{count} new cases wait for your posts. Sign in to handle them.'],
  ),
  'certificate-ready': words(
    ['证明已开具', 'Certificate ready'],
    [
      '“{matter}”（{number}）的电子证明已开具，可下载或核验。',
      'The certificate of “{matter}” ({number}) can be downloaded.',
    ],
  ),
  'certificate-blocked': words(
    ['证明转人工处理', 'Certificate needs staff'],
    [
      '“{matter}”（{number}）中有暂时无法打印的字，已转人工处理。',
      'A character in “{matter}” ({number}) cannot be printed yet; staff will handle it.',
    ],
  ),
  'certificate-blocked-staff': words(
    ['证明无法打印，待处理', 'A certificate cannot be printed'],
    [
      '“{matter}”（{number}）的证明含无法打印的字或缺少数据，请处理。',
      'The certificate of “{matter}” ({number}) has a character or a gap that stops printing.',
    ],
  ),
  'calendar-missing': words(
    ['工作日历待导入', 'A calendar year is missing'],
    [
      '{due} 起的工作日历还没有导入，请尽快导入，否则算不出办结日期。',
      'The working calendar from {due} is not imported yet; due dates wait for it.',
    ],
  ),
  'power-opened': words(
    ['小微权力申报开始', 'Filing of powers has begun'],
    [
      '“{matter}”已开始，请于 {due} 前录入并提交本部门的小微权力。',
      'Please file the powers of your department for “{matter}” by {due}.',
    ],
  ),
  'power-due': words(
    ['小微权力申报即将截止', 'Filing of powers is due soon'],
    ['“{matter}”{due} 截止，本部门还没有提交。', '“{matter}” is due by {due}; your department has not filed yet.'],
  ),
  'power-overdue': words(
    ['小微权力申报已逾期', 'Filing of powers is overdue'],
    [
      '“{matter}”已于 {due} 截止，请尽快补报，补报会标明逾期。',
      '“{matter}” was due by {due}. You can still file; it is marked as late.',
    ],
  ),
  'power-returned': words(
    ['小微权力申报被退回', 'Filing of powers was returned'],
    [
      '“{matter}”的申报被退回，理由请登录查看，修改后重新提交。',
      'Your filing for “{matter}” was returned. Sign in to read why, and file again.',
    ],
  ),
  'promise-broken': words(
    ['承诺体检发现问题', 'A promise is not kept'],
    [
      '“{matter}”没有做到办事指南的承诺，请登录查看原因并整改。',
      '“{matter}” does not keep what its guide promises. Sign in to see why.',
    ],
  ),
  'batch-held': words(
    ['定时发布没有成功', 'A scheduled batch was held'],
    [
      '“{matter}”到期没有发布，请登录查看要改正的问题。',
      '“{matter}” was not published as scheduled. Sign in to see what to mend.',
    ],
  ),
  'question-answered': words(
    ['您的提问已有答复', 'Your question was answered'],
    [
      '您在校务服务大厅的提问已有答复，请点开查看。',
      'Your question to the service hall was answered. Open it to read.',
    ],
  ),
  'task-given': words(
    ['收到改革任务', 'A task of the reform'],
    ['“{matter}”请于 {due} 前反馈办理情况。', 'Please report on “{matter}” by {due}.'],
  ),
  'task-due': words(
    ['改革任务即将到期', 'A task of the reform is due soon'],
    ['“{matter}”{due} 到期，本部门还没有反馈。', '“{matter}” is due by {due}; your department has not reported yet.'],
  ),
  'task-overdue': words(
    ['改革任务已逾期', 'A task of the reform is overdue'],
    ['“{matter}”已于 {due} 到期，请尽快反馈。', '“{matter}” was due by {due}. Please report soon.'],
  ),
  'task-returned': words(
    ['改革任务被退回', 'A report was returned'],
    ['“{matter}”的反馈被退回，理由请登录查看。', 'Your report on “{matter}” was returned. Sign in to read why.'],
  ),
  'accountability-opened': words(
    ['请作出情况说明', 'Please explain'],
    ['就“{matter}”请于 {due} 前登录作出情况说明。', 'Please sign in and explain “{matter}” by {due}.'],
  ),
  'score-published': words(
    ['年度考核结果已公布', 'The yearly score is published'],
    [
      '{matter} 年度改革考核结果已公布，请登录查看。',
      'The score of the year {matter} is published. Sign in to see it.',
    ],
  ),
  'material-unsafe': words(
    ['上传的文件不安全', 'A file was unsafe'],
    [
      '您上传的一个文件未通过安全检查，已删除，请重新上传。',
      'A file that you uploaded failed the safety check and was removed. Please upload another.',
    ],
  ),
} as const satisfies Record<string, Words>;

export type NoticeKind = keyof typeof noticeWords;
export const noticeKinds = Object.keys(noticeWords) as NoticeKind[];
export const isNoticeKind = (kind: string): kind is NoticeKind => Object.hasOwn(noticeWords, kind);

const notKnownYet: BothLanguages = { zh: '（待校历公布）', en: '(to be set by the calendar)' };

/** Title and text in one language. */
export function sayNotice(kind: NoticeKind, facts: NoticeFacts, locale: Locale): { title: string; text: string } {
  const language = locale === 'en' ? 'en' : 'zh';
  const values: Record<string, string> = {
    matter: facts.matterName ?? '',
    number: facts.number ?? '',
    due: (facts.dueDate === undefined ? notKnownYet : dayInWords(facts.dueDate))[language],
    count: String(facts.count ?? ''),
  };
  const { title, text }: Words = noticeWords[kind];
  return {
    title: title[language],
    text: text[language].replace(/\{(matter|number|due|count)\}/g, (_, name: string) => values[name] ?? ''),
  };
}
