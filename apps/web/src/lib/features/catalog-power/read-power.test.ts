import { expect, test } from '@jest/globals';
import { basisRows, readPower } from './read-power.ts';

test('an entry with many bases keeps all of them when it is saved from its form', () => {
  const form = new FormData();
  const titles = ['教育法', '高等教育法', '学籍管理规定', '教务处职责规定', '校务服务办法'];
  titles.forEach((title, row) => form.set(`basis.${row}.title`, title));
  form.set('basis.4.docNo', '校发〔2025〕8号');
  const { basis } = readPower(form);
  expect(basis.map(({ title }) => title)).toEqual(titles);
  expect(basis[4]).toEqual({ title: '校务服务办法', docNo: '校发〔2025〕8号' });
});

test('the form has three rows for bases, one more than there are, and never more than are taken', () => {
  expect([0, 2, 3, 7, 19, 20].map((given) => basisRows(given).length)).toEqual([3, 3, 4, 8, 20, 20]);
});
