import type { CaseStatus, LocalText } from '@yitang/domain/vocabulary';

export const statusWords: Readonly<Record<CaseStatus, LocalText>> = {
  submitted: { zh: '已收件，等待受理', en: 'Received, waiting to be accepted' },
  correcting: { zh: '等待补正', en: 'Waiting for corrections' },
  handling: { zh: '办理中', en: 'Being handled' },
  suspended: { zh: '特别程序', en: 'Special procedure' },
  approved: { zh: '准予', en: 'Approved' },
  declined: { zh: '不予批准', en: 'Declined' },
  delivered: { zh: '已送达', en: 'Delivered' },
  refused: { zh: '不予受理', en: 'Not accepted' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  expired: { zh: '补正超时退件', en: 'Returned: corrections were not supplied in time' },
  voided: { zh: '已作废', en: 'Voided' },
  removed: { zh: '已删除', en: 'Removed' },
};

export const stationWords = {
  submitted: { zh: '提交申请', en: 'Submitted' },
  received: { zh: '已收件', en: 'Received' },
  office: { zh: '部门办理', en: 'Handled by the department' },
  check: { zh: '系统自动核验', en: 'Checked automatically' },
  met: { zh: '符合条件', en: 'Conditions met' },
  passed: { zh: '已通过', en: 'Passed' },
  result: { zh: '办结', en: 'Result' },
  certificate: { zh: '出具证明', en: 'Certificate' },
  correcting: { zh: '等待申请人补正，时限暂停', en: 'The clock stands: waiting for your corrections' },
  suspended: { zh: '特别程序，时限暂停', en: 'The clock stands: special procedure' },
  dayOff: { zh: '今天不是工作日，不计入时限', en: 'Today is not a working day; the clock stands' },
} as const satisfies Record<string, LocalText>;

/** What happened, as the timeline says it. */
export const eventWords: Readonly<Record<string, LocalText>> = {
  submitted: { zh: '提交申请', en: 'Submitted' },
  accepted: { zh: '受理', en: 'Accepted' },
  'accepted.tolerant': { zh: '容缺受理', en: 'Accepted, with materials owed' },
  'accepted.deemed': { zh: '逾期未告知，视为受理', en: 'Accepted by silence' },
  'correction-requested': { zh: '告知补正', en: 'Corrections requested' },
  'correction-supplied': { zh: '提交补正', en: 'Corrections supplied' },
  'correction-expired': { zh: '补正超时，退件', en: 'Corrections not supplied in time' },
  passed: { zh: '审核通过，转下一环节', en: 'Passed on' },
  suspended: { zh: '启动特别程序，停止计时', en: 'Special procedure: the clock stands' },
  resumed: { zh: '特别程序结束，恢复计时', en: 'The clock runs again' },
  'extension-requested': { zh: '申请延长办理期限', en: 'More time was asked for' },
  extended: { zh: '批准延长办理期限', en: 'The limit was extended' },
  'extension-declined': { zh: '不同意延长办理期限', en: 'No more time was given' },
  'extension-lapsed': { zh: '延长申请随办件流转失效', en: 'The request for more time lapsed' },
  approved: { zh: '准予，办结', en: 'Approved' },
  declined: { zh: '不予批准', en: 'Declined' },
  refused: { zh: '不予受理', en: 'Not accepted' },
  withdrawn: { zh: '申请人撤回', en: 'Withdrawn by the applicant' },
  delivered: { zh: '结果送达', en: 'Delivered' },
  voided: { zh: '作废', en: 'Voided' },
  removed: { zh: '删除', en: 'Removed' },
  visited: { zh: '登记到场', en: 'Came in person' },
  'certificate-issued': { zh: '证明已开具', en: 'Certificate issued' },
  'certificate-blocked': { zh: '证明无法打印，转人工处理', en: 'The certificate cannot be printed yet' },
  'certificate-revoked': { zh: '证明已作废', en: 'Certificate revoked' },
};
