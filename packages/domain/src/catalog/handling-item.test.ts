import { expect, test } from '@jest/globals';
import { chosenHandlingItem, handlingItemsOf } from './handling-item.ts';

const words = (zh: string) => ({ zh });
const matter = {
  code: 'A-1',
  guide: {
    situations: [
      {
        key: 'reason',
        question: words('原因'),
        options: [
          { value: 'lost', label: words('遗失'), leaf: '01' },
          { value: 'other', label: words('其他') },
        ],
      },
      {
        key: 'where',
        question: words('在哪里'),
        options: [{ value: 'abroad', label: words('境外遗失'), leaf: '02' }],
        showWhen: { field: 'reason', equals: 'lost' },
      },
    ],
  },
};

test('the code of a handling item is that of the matter with two digits; of several chosen ones the narrower counts', () => {
  expect(handlingItemsOf(matter).map(({ code, name }) => [code, name.zh])).toEqual([
    ['A-1-01', '遗失'],
    ['A-1-02', '境外遗失'],
  ]);
  expect(chosenHandlingItem(matter, { reason: 'lost' })?.code).toBe('A-1-01');
  expect(chosenHandlingItem(matter, { reason: 'lost', where: 'abroad' })?.code).toBe('A-1-02');
  expect(chosenHandlingItem(matter, { reason: 'other', where: 'abroad' })).toBeUndefined();
  expect(handlingItemsOf({ code: 'A-1', guide: {} })).toEqual([]);
});
