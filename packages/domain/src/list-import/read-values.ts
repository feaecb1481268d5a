import { addDays, isCivilDate } from '../calendar/index.ts';
import type { CivilDate } from '../vocabulary/index.ts';
import { isNothing, plainForm } from './sheet.ts';

const digits = '零一二三四五六七八九';

/** 十五 is 15; undefined for what is no numeral up to 99. */
function chineseNumber(text: string): number | undefined {
  const match = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九零]?)$/.exec(
    text.replace('两', '二').replace('〇', '零'),
  );
  const [, tens = '', ten = '', ones = ''] = match ?? [];
  if (match === null || text === '') return undefined;
  if (ten === '') return tens !== '' && ones !== '' ? undefined : digits.indexOf(tens + ones);
  return (tens === '' ? 1 : digits.indexOf(tens)) * 10 + (ones === '' ? 0 : digits.indexOf(ones));
}

function wholeNumber(text: string): number | undefined {
  if (/^\d{1,6}(\.0+)?$/.test(text)) return Number(text);
  return chineseNumber(text);
}

const atOnce = /^(即办|即办件|即时|即时办结|立即办结|立等可取|当场|当场办结|现场办结|即来即办|随到随办|即收即办)$/;

/** 5个工作日, 十五天内, 即办; working days. null: said to have none. */
export function readDays(text: string): number | null | undefined {
  const plain = plainForm(text);
  if (isNothing(plain)) return null;
  if (atOnce.test(plain)) return 0;
  const [, number] =
    /^(?:不超过|最多|至多|最长)?(.+?)个?(?:工作日|工作天|天|日)?(?:以内|之内|内)?(?:办结|完成)?$/.exec(plain) ?? [];
  const days = number === undefined ? undefined : wholeNumber(number.replace(/个$/, ''));
  return days !== undefined && days <= 3_650 ? days : undefined;
}

/** 1次, 最多跑一次, 零次, 不用跑. */
export function readTimes(text: string): number | null | undefined {
  const plain = plainForm(text);
  if (isNothing(plain)) return null;
  if (/^(零跑|零跑动|不跑|不用跑|无需到场|一次都?不(用)?跑|一次不用跑)$/.test(plain)) return 0;
  const [, number] = /^(?:不超过|最多|至多|只)?跑?(.+?)(?:次|趟)?$/.exec(plain) ?? [];
  const times = number === undefined ? undefined : wholeNumber(number);
  return times !== undefined && times <= 20 ? times : undefined;
}

const yes = /^(是|有|可|可以|能|支持|已开通|开通|需要|要|对|真|y|yes|true|t|1|√|✓|✔|☑|是的|o|提供)$/u;
const no =
  /^(否|无|没有|不可|不可以|不能|不|不是|不支持|未开通|不需要|不要|错|假|n|no|false|f|0|×|x|✗|✘|☒|☐|不提供|[-—–/]+)$/u;

export function readFlag(text: string): boolean | undefined {
  const plain = plainForm(text);
  if (yes.test(plain)) return true;
  return no.test(plain) ? false : undefined;
}

/** 2024.9.1, 2024年9月1日, 20240901, or the number of days by which spreadsheets count. */
export function readDay(text: string): CivilDate | undefined {
  const plain = text.normalize('NFKC').trim();
  const serial = /^\d{5}(\.0+)?$/.test(plain) ? Number(plain) : 0;
  if (serial >= 20_000 && serial < 80_000) return addDays('1899-12-30', serial);
  const [, year, month = '', day = ''] =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?(?:[ T]00:00(?::00)?)?$/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ??
    [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCivilDate(date) ? date : undefined;
}

const dayInText = /\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}日?/g;

/** The days that a text names two by two: 2024.9.1至2024.9.30. Undefined where one is alone or wrong. */
export function readSpans(text: string): { from: CivilDate; until: CivilDate }[] | undefined {
  const days = (text.normalize('NFKC').match(dayInText) ?? []).map(readDay);
  if (days.length === 0 || days.length % 2 === 1) return undefined;
  const spans: { from: CivilDate; until: CivilDate }[] = [];
  for (let at = 0; at < days.length; at += 2) {
    const [from, until] = [days[at], days[at + 1]];
    if (from === undefined || until === undefined || until < from) return undefined;
    spans.push({ from, until });
  }
  return spans;
}

/** The marks that number the n-th item: 2. 2、 （2） ② 二、 （二）. */
function numberMark(n: number): RegExp {
  const chinese =
    (n > 19 ? digits[Math.floor(n / 10)] : '') + (n > 9 ? '十' : '') + (n % 10 === 0 ? '' : digits[n % 10]);
  const circled = n <= 20 ? String.fromCodePoint(0x245f + n) : '①';
  const forms = [
    `[（(](?:${n}|${chinese})[)）]`,
    `(?<!\\d)${n}(?:[、．)）]|[.](?!\\d))`,
    n <= 20 ? circled : '',
    `(?<![一二三四五六七八九十])${chinese}、`,
  ];
  return new RegExp(`(?:${forms.filter((form) => form !== '').join('|')})\\s*`, 'u');
}

const numberMarks = Array.from({ length: 99 }, (_, index) => numberMark(index + 1));

/** Items that are numbered one after the other from the beginning; undefined where they are not. */
function splitNumbered(text: string): string[] | undefined {
  const [mark, ...following] = numberMarks;
  const first = mark?.exec(text) ?? null;
  if (first === null || text.slice(0, first.index).trim() !== '') return undefined;
  const parts: string[] = [];
  let rest = text.slice(first.index + first[0].length);
  for (const nextMark of following) {
    const next = nextMark.exec(rest);
    if (next === null) break;
    parts.push(rest.slice(0, next.index));
    rest = rest.slice(next.index + next[0].length);
  }
  return [...parts, rest];
}

/** The things that one cell lists: numbered, on lines of their own, or with ； between them. */
export function splitItems(text: string): string[] {
  return (splitNumbered(text) ?? splitOutside(text, /[\n；;]/u)).map(bare).filter((part) => part !== '');
}

/** The same where no mark but 、 or ， parts them. */
export function splitWords(text: string): string[] {
  const items = splitItems(text);
  return items.length > 1
    ? items
    : splitOutside(items[0] ?? '', /[、，,]/u)
        .map(bare)
        .filter((part) => part !== '');
}

const bare = (part: string): string =>
  part
    .trim()
    .replace(/[；;。，,]+$/u, '')
    .trim();

/** Marks inside brackets part nothing. */
function splitOutside(text: string, mark: RegExp): string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of text) {
    if (/[（(【[《“]/u.test(sign)) depth += 1;
    else if (/[）)】\]》”]/u.test(sign)) depth = Math.max(0, depth - 1);
    if (depth === 0 && mark.test(sign)) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts;
}
