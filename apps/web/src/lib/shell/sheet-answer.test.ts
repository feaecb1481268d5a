import { expect, test } from '@jest/globals';
import { placeOf, readAnswer } from './sheet-answer.ts';

const issue = { field: 'rows.12.依据', message: '请填写依据。' };

test('a sheet may be imported once it was checked and nothing is wrong', () => {
  expect(readAnswer({ report: { isDryRun: true, issues: [] } })).toMatchObject({ isClean: true, issues: [] });
  expect(readAnswer({ report: { isDryRun: false, issues: [] } }).isClean).toBe(false);
  expect(readAnswer({ report: { isDryRun: true, issues: [issue] } })).toMatchObject({
    isClean: false,
    issues: [issue],
  });
  expect(readAnswer(null)).toMatchObject({ isClean: false, report: undefined });
});

test('a file that was not chosen is said at its field, a refused one as a whole, wrong lines one by one', () => {
  const missing = { message: '请求无法处理', issues: [{ field: 'file', message: '请选择要导入的文件。' }] };
  expect(readAnswer(missing)).toMatchObject({ isFileMissing: true, issues: [], refusal: undefined });
  expect(readAnswer({ message: '文件太大', issues: [] })).toMatchObject({ refusal: '文件太大', isFileMissing: false });
  expect(readAnswer({ message: '没有导入', issues: [issue] })).toMatchObject({ refusal: undefined, issues: [issue] });
});

test('a fault of a line names its row and column; others have no place', () => {
  expect([placeOf('rows.12.依据'), placeOf('rows.12'), placeOf('file')]).toEqual([
    { row: '12', column: '依据' },
    undefined,
    undefined,
  ]);
});
