import { expect, test } from '@jest/globals';
import { fieldShapes } from '@yitang/contract';
import { choicesOf, firstLayout, layoutControl, layoutValues } from './layout-control.ts';

const form = {
  pages: [
    {
      key: 'trip',
      title: { zh: '出行' },
      fields: [
        { kind: 'text' as const, key: 'place', label: { zh: '目的地' }, maxLength: 40 },
        {
          kind: 'choice' as const,
          key: 'language',
          label: { zh: '文种' },
          options: [{ value: 'en', label: { zh: '中英文' } }],
        },
        { kind: 'note' as const, key: 'note', label: { zh: '说明' }, statement: { zh: '请核对' } },
      ],
    },
  ],
};

test('a certificate can state what everybody has and what the form asks, but no notes', () => {
  const values = layoutValues(form, (label) => `回答：${label}`);
  expect(values.slice(-2)).toEqual([
    ['answer.place', '回答：目的地'],
    ['answer.language', '回答：文种'],
  ]);
  for (const [value] of values) {
    const table = [{ label: { zh: '名称' }, value }];
    expect(fieldShapes.layout.safeParse({ ...firstLayout('证明', '教务处'), table }).success).toBe(true);
  }
  expect(choicesOf(form).map(({ key }) => key)).toEqual(['language']);
});

test('a new layout is taken by the server, and so is every place of the seal', () => {
  const { sealPosition } = layoutControl([]).parts;
  const places = sealPosition?.control.kind === 'code' ? Object.keys(sealPosition.control.words) : [];
  expect(places).toHaveLength(2);
  for (const place of places)
    expect(fieldShapes.layout.safeParse({ ...firstLayout('证明', '教务处'), sealPosition: place }).success).toBe(true);
});
