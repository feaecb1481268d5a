/** What the system does by itself, as administrators and supervisors read it; one without a word is shown by its kind. */
const jobWords: Readonly<Record<string, string>> = {
  'audit.anchor': '每日签名存证',
  'calendar.remind': '提醒导入校历',
  'case.deem-accepted': '到期视为受理',
  'case.expire-corrections': '补正超时退件',
  'case.remind': '提醒期限',
  'case.tell-new': '告知新到办件',
  'power.remind': '提醒小微权力申报',
  'catalog.sweep-files': '清理不用的指南附件',
  'catalog.check-addresses': '检查指南中的网址',
  'catalog.sweep-imports': '清理过期的清单导入',
  'certificate.issue': '签发证明',
  'draft.purge': '清理过期草稿',
  'filing.make-papers': '生成备案材料',
  'files.sweep': '清理无主文件',
  'mail.send': '发送邮件',
  'material.rescan': '重新检查材料',
  'notice.send': '发送站内消息',
  'organization.calendar-imported': '补算办结日期',
  'programme.remind': '提醒改革任务',
  'reform.freeze-months': '冻结上月改革数据',
  'score.compute': '计算年度考核',
  'survey.draw': '调查抽样',
  'survey.purge': '销毁调查名单',
  'reform.audit-promises': '承诺体检',
  'tables.sweep': '清理过期记录',
  import: '在服务器上导入',
  seed: '演示数据',
};

/** `cron:draft.purge` → 清理过期草稿 */
export function jobWord(kind: string): string {
  const name = kind.replace(/^cron:/, '');
  return Object.hasOwn(jobWords, name) ? (jobWords[name] ?? kind) : kind;
}
