import type { Control } from './control.ts';
import { sayYuan } from './control.ts';

/** What a row is about, in the words of its own name. */
export function rowTitle(row: unknown): string {
  if (typeof row !== 'object' || row === null) return '';
  const parts = row as Record<string, unknown>;
  for (const key of ['name', 'title', 'question', 'label', 'from', 'zh']) {
    const said = sayText(parts[key]);
    if (said !== '') return said;
  }
  return '';
}

function sayText(value: unknown): string {
  if (typeof value === 'string') return value;
  const zh = typeof value === 'object' && value !== null && 'zh' in value ? value.zh : undefined;
  return typeof zh === 'string' ? zh : '';
}

type Say = (value: unknown, control: Control) => string[];
const wordOf = (control: Control, code: unknown): string =>
  ('words' in control ? control.words[String(code)] : undefined) ?? String(code);
const asData: Say = (value) => [JSON.stringify(value)];
const joined: Say = (value) => [(value as string[]).join('、')];
const plain: Say = (value) => [String(value)];

const inLanguages: Say = (value) => Object.values(value as Record<string, string>);

const says: Readonly<Record<Control['kind'], Say>> = {
  text: plain,
  date: plain,
  pick: plain,
  file: plain,
  local: inLanguages,
  source: inLanguages,
  number: (value, control) => [`${String(value)} ${'unit' in control ? control.unit : ''}`],
  yuan: (value) => [`${sayYuan(value)} 元`],
  flag: (value) => [value === true ? '是' : '否'],
  code: (value, control) => [wordOf(control, value)],
  codes: (value, control) => [(value as unknown[]).map((code) => wordOf(control, code)).join('、')],
  list: joined,
  picks: joined,
  condition: asData,
  rule: asData,
  elsewhere: asData,
  rows: (value, control) =>
    control.kind !== 'rows'
      ? []
      : (value as unknown[]).map((row, index) => `${index + 1}. ${valueLines(control.item, row).join('；')}`),
  record: (value, control) =>
    control.kind !== 'record'
      ? []
      : Object.entries(control.parts).flatMap(([key, part]) => {
          const lines = valueLines(part.control, (value as Record<string, unknown>)[key]);
          return lines.length === 0 ? [] : [`${part.label}：${lines.join(' / ')}`];
        }),
};

/** A value in lines that a person can compare with another. */
export const valueLines = (control: Control, value: unknown): string[] =>
  value === null || value === undefined || value === '' ? [] : says[control.kind](value, control);
