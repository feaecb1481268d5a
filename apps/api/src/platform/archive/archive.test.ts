import { expect, test } from '@jest/globals';
import { readArchive, textOfFile, writeArchive } from './index.ts';

const files = [
  { path: 'b.txt', bytes: Buffer.from('第二个\n'.repeat(100)) },
  { path: 'a/one.xlsx', bytes: Buffer.from('packed') },
];

test('what was packed comes out again, in its order', () => {
  const back = readArchive(writeArchive(files), { maxBytes: 10_000 });
  expect(back.map(({ path }) => path)).toEqual(['b.txt', 'a/one.xlsx']);
  expect(textOfFile(back[0]!)).toBe('第二个\n'.repeat(100));
});

test('no file in it is dated by the clock: all are of noon of the first day that ZIP knows', () => {
  const bytes = writeArchive(files);
  for (const { path } of files) {
    // The name stands 30 bytes after the start of a local header, time and date 10 and 12 bytes after it.
    const header = bytes.indexOf(path) - 30;
    expect(bytes.readUInt32LE(header)).toBe(0x04034b50);
    expect([bytes.readUInt16LE(header + 10), bytes.readUInt16LE(header + 12)]).toEqual([12 << 11, (1 << 5) | 1]);
  }
});

test.each(['../out.txt', '/etc/passwd', 'a/../../b', '目录.txt', ''])('%s is no name for an archive', (path) => {
  expect(() => writeArchive([{ path, bytes: Buffer.from('x') }])).toThrow(RangeError);
});

test('two files of one name are not packed', () => {
  expect(() => writeArchive([files[0]!, files[0]!])).toThrow(/twice/);
});

test('an archive that unpacks to more than is allowed is refused before it is unpacked', () => {
  const bomb = writeArchive([{ path: 'zeros.txt', bytes: Buffer.alloc(5_000_000) }]);
  expect(bomb.length).toBeLessThan(100_000);
  expect(() => readArchive(bomb, { maxBytes: 1_000_000 })).toThrow(/too much/);
});
