import { describe, expect, test } from '@jest/globals';
import { fileInPieces } from '../../../../../../tests/support/material/file-in-pieces.ts';
import { packed, pdf } from '../../../../../../tests/support/material/sample-files.ts';
import { inspectUpload } from './inspect-upload.ts';
import { windowLength, windowOverlap } from './text-windows.ts';

const faultOf = async (file: Buffer, pieceBytes?: number) =>
  (await inspectUpload(fileInPieces(file, pieceBytes), { name: 'a.pdf', accepts: ['pdf'] })).fault;

describe('a large PDF is looked at piece by piece (R-FILE-2, R-FILE-6)', () => {
  /** The word stands so far into the file that a border between two windows runs through or beside it. */
  const withWordAt = (word: string, at: number, isInStream: boolean): Buffer => {
    const [before, behind] = isInStream ? ['<< /Length 1 >>\nstream\n', '\nendstream'] : ['(', ')'];
    const file = pdf({ objects: [`${before}${'.'.repeat(3 * windowLength)}${behind}`] });
    file.write(`${word} `, at, 'latin1');
    return file;
  };
  // A window ends here, and the next begins a little before.
  const borders = [2 * windowLength, 2 * windowLength - windowOverlap].flatMap((border) =>
    Array.from({ length: 60 }, (_, index) => border - 40 + index),
  );

  test('no border hides a name, however it is written', async () => {
    for (const name of ['/JavaScript', '/#4aava#53cript', '/Launch', '/EmbeddedFile'])
      for (const at of borders)
        expect(await faultOf(withWordAt(name, at, true), 2 * windowLength)).toBe('active-content');
  });

  test('no border makes a name out of a longer word', async () => {
    for (const at of borders) expect(await faultOf(withWordAt('/JavaScripture', at, true))).toBeUndefined();
  });

  test('no border hides what happens on opening', async () => {
    for (const at of borders)
      expect(await faultOf(withWordAt('/OpenAction  << /S /URI >>', at, false))).toBe('active-content');
  });

  test('no border hides an object that is opened, or makes one of a longer number', async () => {
    const page = { catalog: '/OpenAction 5 0 R', objects: ['<< /S /GoTo /D [3 0 R /Fit] >>'] };
    const filled = pdf({ ...page, objects: [...page.objects, `(${'.'.repeat(3 * windowLength)})`] });
    const faultWith = (word: string, at: number) => {
      const file = Buffer.from(filled);
      file.write(word, at, 'latin1');
      return faultOf(file);
    };
    for (const at of borders) {
      expect(await faultWith(' 5 0 obj << /S /URI >>', at)).toBe('active-content');
      expect(await faultWith('15 0 obj << /S /URI >>', at)).toBeUndefined();
    }
  });

  test('any number of blanks may stand between two words', async () => {
    const far = ' '.repeat(3 * windowLength);
    const script = '<< /S /JavaScript /JS (1) >>'.replace('JavaScript', 'URI');
    expect(await faultOf(pdf({ catalog: `/OpenAction${far}${script}` }))).toBe('active-content');
    expect(await faultOf(pdf({ catalog: `/OpenAction${far}[3 0 R /Fit]` }))).toBeUndefined();
    const page = `/S /GoTo /D [3 0 R /Fit]`;
    expect(await faultOf(pdf({ catalog: `/OpenAction 5${far}0 R`, objects: [`<<${far}${page} >>`] }))).toBeUndefined();
  });

  test('packed objects are found behind a head as far away as heads are believed, and nothing is hidden behind a farther one', async () => {
    const hidden = packed('<< /S /JavaScript /JS (1) >>');
    const faultAt = (distance: number) =>
      faultOf(pdf({ objects: [hidden.replace('/N 1', `/N 1 % ${'.'.repeat(distance)}\n`)] }));
    expect(await faultAt(1_000_000)).toBe('active-content');
    expect(await faultAt(1_100_000)).toBe('unreadable');
  });

  test('packed objects of any size are unpacked to their end', async () => {
    const many = Array.from({ length: 60_000 }, (_, index) => `/N${(index * 7919) % 100_003}`).join(' ');
    expect(await faultOf(pdf({ objects: [packed(`<< ${many} >>`)] }))).toBeUndefined();
    expect(await faultOf(pdf({ objects: [packed(`<< ${many} /S /JavaScript >>`)] }))).toBe('active-content');
  });
});
