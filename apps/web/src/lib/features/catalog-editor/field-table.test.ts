import { fieldShapes } from '@yitang/contract';
import { describe, expect, test } from '@jest/globals';
import { contentWords } from '../../shell/content-words.ts';
import type { Control, FieldPath } from './control.ts';
import { fieldTable } from './field-table.ts';
import { placeOfCounter } from './row-controls.ts';

const paths = Object.keys(fieldShapes) as FieldPath[];
const entries = paths.map((path) => [path, fieldTable[path].control] as const);

describe('every field of a matter', () => {
  test('has a control and a name', () => {
    expect(Object.keys(fieldTable).sort()).toEqual([...paths].sort());
    for (const path of paths) expect(contentWords.zh).toHaveProperty([`field.${path}`]);
    // Public pages of changes name fields in English too.
    for (const path of paths) expect(contentWords.en).toHaveProperty([`field.${path}`]);
  });

  test.each(entries)('%s can be left as its control leaves it when nothing is typed', (path, control) => {
    for (const value of emptyValues(control))
      expect(fieldShapes[path].safeParse(value).error?.issues ?? []).toEqual([]);
  });

  test.each(entries.filter(([, { kind }]) => kind === 'rows'))(
    '%s takes a new row, but for dates to be chosen',
    (path, control) => {
      if (control.kind !== 'rows') return;
      const found = fieldShapes[path].safeParse([control.blank([])]).error?.issues ?? [];
      expect(
        found.filter(
          ({ code, path: at }) => code !== 'invalid_format' || !['from', 'until'].includes(String(at.at(-1))),
        ),
      ).toEqual([]);
    },
  );
});

function emptyValues(control: Control): unknown[] {
  switch (control.kind) {
    case 'rows':
    case 'codes':
    case 'picks':
    case 'list':
      return [[]];
    case 'code':
      return Object.keys(control.words).map((value) => (control.isNumber ? Number(value) : value));
    case 'flag':
      return [true, false];
    case 'pick':
      return [''];
    default:
      return [];
  }
}

test('a counter brings its address and its hours into a place that the server takes', () => {
  const counter = { code: 'W3', name: '学籍窗口', place: '行政楼一楼 3 号窗口', hours: '工作日 8:30–17:00' };
  const place = placeOfCounter(counter);
  expect(place).toEqual({
    name: { zh: '学籍窗口' },
    address: { zh: '行政楼一楼 3 号窗口' },
    hours: { zh: '工作日 8:30–17:00' },
  });
  expect(fieldShapes['guide.places'].safeParse([place]).success).toBe(true);
});
