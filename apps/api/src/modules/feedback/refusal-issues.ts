import type { Issue } from '@yitang/contract';
import { textIn, type Locale, type LocalText, type Refusal } from '@yitang/domain/vocabulary';

const sentences: Readonly<Record<string, LocalText>> = {
  'rating.not-finished': { zh: '办结后才能评价。', en: 'A case can be rated once it is decided.' },
  'rating.closed': { zh: '评价期已过，不能再修改。', en: 'The time for rating is over.' },
  'rating.unknown-level': { zh: '请选择满意程度。', en: 'Choose how satisfied you are.' },
  'rating.unknown-tag': { zh: '请从列出的选项中选择。', en: 'Choose from the options given.' },
  'rating.too-many-tags': { zh: '最多选择 5 项。', en: 'Choose at most five.' },
  'rating.impossible-trips': { zh: '跑动次数应在 0 到 20 之间。', en: 'Trips must be between 0 and 20.' },
  'rating.cause-without-trips': {
    zh: '跑了两趟及以上才需要选原因；请核对跑动次数，或把原因改回“没有多跑”。',
    en: 'A cause belongs to two trips or more. Check the number of trips, or choose no cause.',
  },
  'field.too-long': { zh: '最多 1000 字。', en: 'At most 1,000 characters.' },
  'field.control-characters': {
    zh: '含有不可见的控制字符，请删除后重试。',
    en: 'It has invisible control characters. Remove them.',
  },
};
const other: LocalText = { zh: '请检查此项。', en: 'Please check this.' };

/** Refusals of the rules as issues that the page shows at their fields. */
export function refusalIssues(refusals: readonly Refusal[], locale: Locale): Issue[] {
  return refusals.map(({ code, field }) => ({
    field: field ?? '',
    code,
    message: textIn(locale, sentences[code] ?? other),
  }));
}
