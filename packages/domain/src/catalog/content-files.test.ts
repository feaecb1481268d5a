import { expect, test } from '@jest/globals';
import { completeContent } from '../../../../tests/support/complete-content.ts';
import { decideFile, filesOf } from './content-files.ts';

const now = new Date('2026-11-28T00:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 3_600_000);

test('a file that nothing uses is removed after thirty days, and kept when it is used again meanwhile', () => {
  expect(decideFile({ unusedSince: null, isUsed: true }, now)).toBe('keep');
  expect(decideFile({ unusedSince: null, isUsed: false }, now)).toBe('mark');
  expect(decideFile({ unusedSince: daysAgo(29), isUsed: false }, now)).toBe('keep');
  expect(decideFile({ unusedSince: daysAgo(30), isUsed: false }, now)).toBe('remove');
  expect(decideFile({ unusedSince: daysAgo(400), isUsed: true }, now)).toBe('unmark');
});

test('a guide uses the sample of its result, and the blank form and the sample of each material', () => {
  const { guide } = completeContent({});
  const [material] = guide.materials;
  const shown = {
    result: { name: { zh: '学生证' }, kind: 'licence' as const, sampleFileId: 'r' },
    materials: [{ ...material!, blankFileId: 'b', sampleFileId: 's' }, { ...material! }],
  };
  expect(filesOf(shown)).toEqual(['r', 'b', 's']);
  expect(filesOf({ result: null, materials: [] })).toEqual([]);
});
