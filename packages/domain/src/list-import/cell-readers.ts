import { isNothing, plainForm } from './sheet.ts';
import { readDay, readDays, readFlag, readSpans, readTimes, splitItems, splitWords } from './read-values.ts';
import { findSpelt, type Spelling } from './spellings.ts';

/** What the people who read a file know besides. */
export interface ReadContext {
  /** Id of the department that a code, a name or an alias stands for. */
  readonly findDepartment: (text: string) => string | undefined;
}

/** What a cell makes of the value that stands in its field, or what is wrong and what to write instead. */
export type CellReading = { readonly change: (current: unknown) => unknown } | { readonly fault: string };

/** Reads the text of a cell, which is never empty. */
export type CellReader = (text: string, context: ReadContext) => CellReading;

export const value = (given: unknown): CellReading => ({ change: () => given });
export const fault = (message: string): CellReading => ({ fault: message });
const tooLong = (max: number) => fault(`最多 ${max} 个字，请缩短。`);

/** A text of one line or several; `nothing` is what stands there when somebody wrote that there is none. */
export const text =
  (max: number, nothing?: null): CellReader =>
  (given) => {
    if (nothing === null && isNothing(given)) return value(null);
    return given.length > max ? tooLong(max) : value(given);
  };

/** The same in the languages of a guide. A translation goes with the sentence that it translates. */
export const sentence =
  (nothing?: null): CellReader =>
  (given) => {
    if (nothing === null && isNothing(given)) return value(null);
    if (given.length > 2_000) return tooLong(2_000);
    return { change: (current) => sameText(current, given) ?? { zh: given } };
  };

function sameText(current: unknown, zh: string): unknown {
  return typeof current === 'object' && current !== null && 'zh' in current && current.zh === zh ? current : undefined;
}

export const days: CellReader = (given) => {
  const read = readDays(given);
  return read === undefined ? fault('请写成工作日数，例如“5个工作日”；当场办结写“即办”。') : value(read);
};

export const times: CellReader = (given) => {
  const read = readTimes(given);
  return read === undefined ? fault('请写成次数，例如“1次”；不用到现场写“0次”。') : value(read);
};

export const flag: CellReader = (given) => {
  const read = readFlag(given);
  return read === undefined ? fault('请写“是”或“否”。') : value(read);
};

export const day =
  (put: (date: string) => (current: unknown) => unknown): CellReader =>
  (given) => {
    const read = readDay(given);
    return read === undefined ? fault('请写成 2026-09-01 这样的日期。') : { change: put(read) };
  };

export const spans: CellReader = (given) => {
  if (/^(常年|全年|长期|随时)/u.test(plainForm(given)) || isNothing(given)) return value(null);
  const read = readSpans(given);
  if (read === undefined || read.length > 30) return fault('请写成“2026-09-01至2026-09-30”，全年受理写“全年”。');
  return {
    change: (current) => {
      const known = Array.isArray(current) ? (current as typeof read) : [];
      return read.map((span) => known.find(({ from, until }) => from === span.from && until === span.until) ?? span);
    },
  };
};

const labelsOf = (spellings: readonly Spelling<unknown>[]): string => spellings.map(({ label }) => label).join('、');

/** One word of a closed list. */
export const choice =
  <T>(spellings: readonly Spelling<T>[]): CellReader =>
  (given) => {
    const found = findSpelt(plainForm(given), spellings);
    return found === undefined ? fault(`请填写：${labelsOf(spellings)}。`) : value(found[0]);
  };

const holdsJust = (current: unknown, wanted: ReadonlySet<unknown>): boolean =>
  Array.isArray(current) && current.length === wanted.size && current.every((one) => wanted.has(one));

/** Several words of a closed list: 全体学生、教职工. In the order in which the list has them, or in which they stand. */
export const choices =
  <T>(spellings: readonly Spelling<T>[]): CellReader =>
  (given) => {
    if (isNothing(given)) return value([]);
    const words = given.split(/[、，,；;/|\n+\s]|和|及|与|或/u).filter((word) => word.trim() !== '');
    const found = words.map((word) => findSpelt(plainForm(word), spellings));
    const unknown = words.filter((_, index) => found[index] === undefined);
    if (unknown.length > 0) return fault(`不认识“${unknown.join('、')}”，请填写：${labelsOf(spellings)}，可写多个。`);
    const wanted = new Set<unknown>(found.flatMap((values) => values ?? []));
    const inOrder = [...new Set(spellings.flatMap(({ values }) => values))].filter((one) => wanted.has(one));
    return { change: (current) => (holdsJust(current, wanted) ? current : inOrder) };
  };

interface ListOptions {
  readonly most: number;
  readonly length: number;
  /** Also 、 and ， part the items. */
  readonly isOfWords?: boolean;
}

/** Items of a cell with what each makes, once every item is short enough. */
export const list =
  ({ most, length, isOfWords }: ListOptions, make: (items: readonly string[]) => CellReading): CellReader =>
  (given) => {
    if (isNothing(given)) return value([]);
    const items = [...new Set(isOfWords === true ? splitWords(given) : splitItems(given))];
    if (items.length > most) return fault(`一格最多 ${most} 项，这里有 ${items.length} 项。`);
    const long = items.find((item) => item.length > length);
    return long === undefined
      ? make(items)
      : fault(`“${long.slice(0, 12)}…”超过 ${length} 个字，请用序号或换行分开各项。`);
  };

export const texts = (options: ListOptions): CellReader => list(options, (items) => value([...items]));

export const department: CellReader = (given, { findDepartment }) => {
  const id = findDepartment(given);
  return id === undefined ? fault('没有这个部门，或有几个部门都叫这个名字。请写部门全称、别名或编码。') : value(id);
};

export const departments: CellReader = (given, context) => {
  if (isNothing(given)) return value(null);
  const names = splitWords(given);
  const ids = names.map((name) => context.findDepartment(name));
  const unknown = names.filter((_, index) => ids[index] === undefined);
  return unknown.length > 0
    ? fault(`没有部门“${unknown.join('、')}”，请写全称、别名或编码。`)
    : value([...new Set(ids)]);
};

const codeForm = /^[A-Za-z0-9._-]{1,40}$/;

export const code: CellReader = (given) => {
  const plain = given.normalize('NFKC').replace(/\s+/g, '').replace(/[—–]/gu, '-');
  return codeForm.test(plain) ? value(plain) : fault('编码只能有字母、数字、点、横线和下划线，最多 40 个字符。');
};

export const codes = (most: number): CellReader =>
  list({ most, length: 40, isOfWords: true }, (items) => {
    const wrong = items.find((item) => !codeForm.test(item));
    return wrong === undefined ? value([...items]) : fault(`“${wrong}”不是编码，只能有字母、数字、点、横线和下划线。`);
  });

export const phone: CellReader = (given) => {
  if (isNothing(given)) return value(null);
  const plain = given
    .normalize('NFKC')
    .replace(/[—–－]/gu, '-')
    .replace(/\s*\n\s*/g, '、')
    .trim();
  if (plain.length > 60) return tooLong(60);
  return /\d{3}/.test(plain) ? value(plain) : fault('请写电话号码，例如 0571-88880000。');
};

export const address: CellReader = (given) => {
  if (isNothing(given)) return value(null);
  const plain = given.normalize('NFKC').trim();
  const isAddress = /^https?:\/\/[^\s/?#]+\.?[^\s]*$/i.test(plain) && plain.length <= 500;
  return isAddress ? value(plain) : fault('请写以 http:// 或 https:// 开头的完整网址，只写一个。');
};
