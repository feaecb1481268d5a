import { audiences, channels, lifeEvents } from '@yitang/domain/vocabulary';
import type { Audience, Channel, LifeEvent } from '@yitang/domain/vocabulary';

export interface DemoMatter {
  /** 院校代码5-部门3-类型2-主项3-子项3; never reused. */
  readonly code: string;
  /** Verbatim as the list has it. */
  readonly name: string;
  readonly departmentCode: string;
  /** The department as the list spells it. */
  readonly listedDepartment: string;
  readonly audiences: readonly Audience[];
  readonly category: string;
  /** Empty where the list doesn't say. */
  readonly channels: readonly Channel[];
  readonly lifeEvents: readonly LifeEvent[];
  /** Working days; null where nothing is known. */
  readonly promisedDays: number | null;
  /** The figure is a plausible suggestion for the demo, not a published one. */
  readonly isPromiseSample: boolean;
  readonly keywords: readonly string[];
}

/**
 * One matter a line, columns parted by ` | `: code without the university · name · department as listed · audiences ·
 * category · channels · life events · promised working days (`~5` suggested, `-` unknown) · keywords parted by spaces.
 * Throws a RangeError that names the line when a word is not in the vocabulary.
 */
export function parseMatterTable(universityCode: string, table: string): DemoMatter[] {
  return table
    .trim()
    .split('\n')
    .map((line) => parseLine(universityCode, line));
}

function parseLine(universityCode: string, line: string): DemoMatter {
  const cells = line.split(' | ');
  const [
    code = '',
    name = '',
    listedDepartment = '',
    who = '',
    category = '',
    how = '',
    when = '',
    days = '',
    words = '',
  ] = cells;
  if (cells.length !== 9 || !/^\d{3}-\d{2}-\d{3}-\d{3}$/.test(code)) throw new RangeError(`bad matter line: ${line}`);
  return {
    code: `${universityCode}-${code}`,
    name,
    departmentCode: code.slice(0, 3),
    listedDepartment,
    audiences: wordsOf(audiences, who, line),
    category,
    channels: wordsOf(channels, how, line),
    lifeEvents: wordsOf(lifeEvents, when, line),
    promisedDays: parseDays(days, line),
    isPromiseSample: days.startsWith('~'),
    keywords: words.split(' ').filter(Boolean),
  };
}

function wordsOf<Word extends string>(vocabulary: readonly Word[], cell: string, line: string): Word[] {
  if (cell === '-') return [];
  return cell.split(',').map((word) => {
    const known = vocabulary.find((candidate) => candidate === word);
    if (known === undefined) throw new RangeError(`unknown word ${word} in: ${line}`);
    return known;
  });
}

function parseDays(cell: string, line: string): number | null {
  if (cell === '-') return null;
  const match = /^~?(\d{1,2})$/.exec(cell);
  if (!match) throw new RangeError(`bad days ${cell} in: ${line}`);
  return Number(match[1]);
}
