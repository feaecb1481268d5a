import type { AuditLineData } from '@yitang/contract';

/** What recorded fields are called; one that is not here is shown by its name, so that none is hidden by a missing word. */
const fieldWords: Readonly<Record<string, string>> = {
  admittedAs: '准入身份',
  cases: '办件数',
  caseId: '办件',
  characters: '字符',
  code: '编码',
  count: '数量',
  created: '新增',
  changed: '更新',
  unchanged: '不变',
  drafts: '草稿数',
  dueOn: '办结日期',
  ended: '退出的设备',
  event: '事件指纹',
  fields: '字段',
  files: '文件数',
  fromDay: '起始日期',
  grantId: '授权',
  isDisabled: '停用',
  isRepeat: '重复提交',
  isSaved: '已填完',
  isSent: '已发出',
  issuedOn: '签发日期',
  kind: '类别',
  mark: '提醒',
  matter: '事项',
  matters: '事项',
  name: '名称',
  note: '说明',
  number: '编号',
  page: '页',
  path: '页面',
  placeId: '地点',
  reason: '原因',
  relation: '关系',
  requirement: '材料要求',
  revision: '版次',
  role: '角色',
  rows: '行数',
  scopeId: '范围',
  scopeKind: '范围类别',
  seq: '序号',
  sha256: '文件指纹',
  size: '字节数',
  stage: '环节',
  state: '检查结果',
  status: '状态',
  told: '通知人数',
  type: '格式',
  untilDay: '截止日期',
  version: '版本',
};

const valueWords: Readonly<Record<string, string>> = {
  true: '是',
  false: '否',
  null: '无',
  // Status of a case.
  submitted: '待受理',
  correcting: '待补正',
  handling: '办理中',
  suspended: '特别程序',
  approved: '已办结',
  declined: '不予批准',
  delivered: '已送达',
  refused: '不予受理',
  withdrawn: '已撤回',
  expired: '补正超时',
  voided: '已作废',
  removed: '已删除',
  // What came of looking into a file.
  clean: '通过',
  waiting: '等待检查',
  unsafe: '不安全',
};

/** A fingerprint is compared by its beginning. */
const fingerprint = /^[0-9a-f]{64}$/;

const valueText = (value: string): string => {
  if (Object.hasOwn(valueWords, value)) return valueWords[value] ?? value;
  return fingerprint.test(value) ? `${value.slice(0, 12)}…` : value;
};

/** 状态：待受理 → 办理中 */
export function changeText({ field, before, after }: AuditLineData['changes'][number]): string {
  const word = Object.hasOwn(fieldWords, field) ? fieldWords[field] : field;
  if (before === null) return `${word}：${valueText(after ?? '')}`;
  return `${word}：${valueText(before)} → ${after === null ? '无' : valueText(after)}`;
}
