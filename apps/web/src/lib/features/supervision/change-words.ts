import type { AuditLineData } from '@yitang/contract';
import { fieldWords } from './field-words.ts';

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
  if (value.startsWith('[')) return listText(value);
  return fingerprint.test(value) ? `${value.slice(0, 12)}…` : value;
};

/** A list of words one by one; all else is left as it was recorded. */
function listText(text: string): string {
  try {
    const list = JSON.parse(text) as unknown[];
    return list.every((one) => typeof one === 'string') ? list.join('、') || '无' : text;
  } catch {
    return text;
  }
}

/** 状态：待受理 → 办理中 */
export function changeText({ field, before, after }: AuditLineData['changes'][number]): string {
  const word = Object.hasOwn(fieldWords, field) ? fieldWords[field] : field;
  if (before === null) return `${word}：${valueText(after ?? '')}`;
  return `${word}：${valueText(before)} → ${after === null ? '无' : valueText(after)}`;
}
