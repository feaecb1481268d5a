import { describe, expect, test } from '@jest/globals';
import { pdf } from '../../../../../../tests/support/material/sample-files.ts';
import { inspectUpload } from './inspect-upload.ts';

const faultOf = async (file: Buffer) => (await inspectUpload(file, { name: 'a.pdf', accepts: ['pdf'] })).fault;

describe('a large PDF is looked at piece by piece (R-FILE-6)', () => {
  /** The name stands in a stream, so far into the file that a border between two pieces runs through or beside it. */
  const withNameAt = (name: string, at: number): Buffer => {
    const start = pdf({ objects: ['<< /Length 1 >>\nstream\nX'] }).indexOf('X', 300);
    return pdf({ objects: [`<< /Length 1 >>\nstream\n${'.'.repeat(at - start)}${name}  \nendstream`] });
  };

  test('no border hides a name, however it is written', async () => {
    for (const name of ['/JavaScript', '/#4aava#53cript', '/Launch', '/EmbeddedFile'])
      for (let before = -2; before <= name.length + 2; before += 1) {
        const file = withNameAt(name, 512 * 1024 - before);
        expect(await faultOf(file)).toBe('active-content');
      }
  });

  test('no border makes a name out of a longer word', async () => {
    for (let before = 0; before <= 14; before += 1)
      expect(await faultOf(withNameAt('/JavaScripture', 512 * 1024 - before))).toBeUndefined();
  });
});
