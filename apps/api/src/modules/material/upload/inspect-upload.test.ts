import { describe, expect, test } from '@jest/globals';
import { Readable } from 'node:stream';
import { deflateSync, gzipSync } from 'node:zlib';
import {
  eicar,
  emptyZip,
  exif,
  jpeg,
  packed,
  pdf,
  png,
} from '../../../../../../tests/support/material/sample-files.ts';
import { fileInPieces } from '../../../../../../tests/support/material/file-in-pieces.ts';
import { inspectUpload } from './inspect-upload.ts';
import type { Inspection, UploadFault } from './inspection.ts';
import { keptContent } from './kept-content.ts';

const inspect = (name: string, file: Buffer, pieceBytes?: number): Promise<Inspection> =>
  inspectUpload(fileInPieces(file, pieceBytes), { name, accepts: ['pdf', 'jpg', 'png'] });

async function keptBytes(file: Buffer, inspection: Inspection): Promise<Buffer> {
  if (inspection.fault !== undefined) throw new Error(inspection.fault);
  // In parts as odd as a store could give them.
  const content = Readable.from(
    Array.from({ length: Math.ceil(file.length / 13) }, (_, at) => file.subarray(13 * at, 13 * at + 13)),
  );
  const parts: Buffer[] = [];
  for await (const part of keptContent(content, inspection.kept.pieces)) parts.push(part);
  return Buffer.concat(parts);
}

const text = (value: string): Buffer => Buffer.from(value, 'latin1');
const action = '<< /S /JavaScript /JS (app.alert(1)) >>';
const longComment = (value: string): readonly [number, Buffer] => [0xfe, text(value)];

type Wrong = [what: string, name: string, file: Buffer, fault: UploadFault];
const wrong: Wrong[] = [
  ['nothing', 'a.pdf', Buffer.alloc(0), 'empty'],
  ['plain text', 'a.pdf', text('hello'), 'unknown-content'],
  ['a web page', 'a.pdf', text('<!doctype html><script>alert(1)</script>'), 'unknown-content'],
  ['a web page as png', 'a.png', text('<html><body onload=alert(1)>'), 'unknown-content'],
  ['an SVG', 'a.svg', text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'unknown-content'],
  ['an SVG called png', 'a.png', text('<?xml version="1.0"?><svg/>'), 'unknown-content'],
  ['a table', 'a.csv', text('=cmd|calc!A1,2'), 'unknown-content'],
  ['a program of Windows', 'a.pdf', Buffer.concat([text('MZ'), Buffer.alloc(200)]), 'unknown-content'],
  [
    'a program of Linux',
    'a.jpg',
    Buffer.concat([text('\u007fELF\u0002\u0001\u0001'), Buffer.alloc(200)]),
    'unknown-content',
  ],
  ['a shell script', 'a.pdf', text('#!/bin/sh\nrm -rf /\n'), 'unknown-content'],
  ['a zip', 'a.zip', emptyZip, 'unknown-content'],
  ['a zip called pdf', 'a.pdf', Buffer.concat([text('PK\u0003\u0004'), Buffer.alloc(60), emptyZip]), 'unknown-content'],
  ['a gzip', 'a.pdf', gzipSync('x'), 'unknown-content'],
  ['a RAR', 'a.pdf', text('Rar!\u001a\u0007\u0000'), 'unknown-content'],
  ['a 7z', 'a.pdf', Buffer.from('377abcaf271c0004', 'hex'), 'unknown-content'],
  [
    'an old Word document',
    'a.pdf',
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
    'unknown-content',
  ],
  ['a GIF', 'a.png', text('GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;'), 'unknown-content'],
  ['a GIF that is a script', 'a.jpg', text('GIF89a/*\u0000\u0000\u0000*/=1;alert(1)'), 'unknown-content'],
  ['a BMP', 'a.png', Buffer.concat([text('BM'), Buffer.alloc(60)]), 'unknown-content'],
  ['a TIFF', 'a.jpg', Buffer.from('49492a00080000000000', 'hex'), 'unknown-content'],
  [
    'a WebP',
    'a.jpg',
    Buffer.concat([text('RIFF\u0024\u0000\u0000\u0000WEBPVP8 '), Buffer.alloc(30)]),
    'unknown-content',
  ],
  [
    'a film',
    'a.pdf',
    Buffer.concat([Buffer.from('00000018667479706d703432', 'hex'), Buffer.alloc(60)]),
    'unknown-content',
  ],
  ['the test virus', 'a.pdf', eicar, 'unknown-content'],
  ['a picture called pdf', 'a.pdf', png(), 'wrong-extension'],
  ['a pdf called png', 'a.png', pdf(), 'wrong-extension'],
  ['a png called jpg', 'a.jpg', png(), 'wrong-extension'],
  ['a jpg called png', 'a.png', jpeg(), 'wrong-extension'],
  ['a pdf with two endings', 'a.pdf.exe', pdf(), 'wrong-extension'],
  ['a pdf without an ending', 'pdf', pdf(), 'wrong-extension'],
  ['a page before the pdf', 'a.pdf', pdf({ before: '<html><script>1</script>\n' }), 'unknown-content'],
  [
    'a page inside the head of the pdf',
    'a.pdf',
    Buffer.concat([text('%PDF-1.7\n<script>alert(1)</script>\n'), pdf().subarray(9)]),
    'two-kinds-at-once',
  ],
  ['a zip behind the pdf', 'a.pdf', Buffer.concat([pdf(), emptyZip]), 'damaged'],
  ['a page behind the pdf', 'a.pdf', pdf({ after: '<script>alert(1)</script>' }), 'damaged'],
  ['a pdf that was cut off', 'a.pdf', pdf().subarray(0, 200), 'damaged'],
  ['a pdf of which only the head is there', 'a.pdf', text('%PDF-1.7\n'), 'damaged'],
  ['a script on opening', 'a.pdf', pdf({ catalog: '/OpenAction 5 0 R', objects: [action] }), 'active-content'],
  ['a script in the catalog', 'a.pdf', pdf({ catalog: `/OpenAction ${action}` }), 'active-content'],
  [
    'a script by name',
    'a.pdf',
    pdf({ catalog: '/Names << /JavaScript 5 0 R >>', objects: ['<< /Names [(a) 6 0 R] >>', action] }),
    'active-content',
  ],
  ['a script spelled in hex', 'a.pdf', pdf({ objects: ['<< /S /J#61v#61Script /JS (1) >>'] }), 'active-content'],
  [
    'a script spelled in hex wholly',
    'a.pdf',
    pdf({ objects: ['<< /S /#4A#61#76#61#53#63#72#69#70#74 /JS (1) >>'] }),
    'active-content',
  ],
  ['a packed script', 'a.pdf', pdf({ objects: [packed(action)] }), 'active-content'],
  ['a script packed without a filter', 'a.pdf', pdf({ objects: [packed(action, '')] }), 'active-content'],
  [
    'a script hidden in a stream',
    'a.pdf',
    pdf({ objects: [`<< /Length 9 >>\nstream\n6 0 obj ${action} endobj\nendstream`] }),
    'active-content',
  ],
  [
    'objects packed in a way that cannot be read',
    'a.pdf',
    pdf({ objects: [packed(action, '/Filter /LZWDecode')] }),
    'unreadable',
  ],
  ['objects packed behind a reference', 'a.pdf', pdf({ objects: [packed(action, '/Filter 7 0 R')] }), 'unreadable'],
  [
    'objects packed twice',
    'a.pdf',
    pdf({ objects: [packed(action, '/Filter [/ASCIIHexDecode /FlateDecode]')] }),
    'unreadable',
  ],
  [
    'packed objects whose head is hidden',
    'a.pdf',
    pdf({ objects: [packed(action).replace('/Filter', '/Title (1 0 obj) /Filter')] }),
    'unreadable',
  ],
  ['a bomb of packed objects', 'a.pdf', pdf({ objects: [bomb()] }), 'unreadable'],
  ['a program to launch', 'a.pdf', pdf({ catalog: '/OpenAction << /S /Launch /F (cmd.exe) >>' }), 'active-content'],
  [
    'a link that launches',
    'a.pdf',
    pdf({ objects: ['<< /Type /Annot /Subtype /Link /A << /S /Launch /Win << /F (calc.exe) >> >> >>'] }),
    'active-content',
  ],
  [
    'a file inside',
    'a.pdf',
    pdf({ catalog: '/Names << /EmbeddedFiles 5 0 R >>', objects: ['<< >>'] }),
    'active-content',
  ],
  [
    'a file stream inside',
    'a.pdf',
    pdf({ objects: ['<< /Type /EmbeddedFile /Length 1 >>\nstream\nx\nendstream'] }),
    'active-content',
  ],
  [
    'a form that is sent away',
    'a.pdf',
    pdf({ objects: ['<< /S /SubmitForm /F (http://evil.example) >>'] }),
    'active-content',
  ],
  ['data that is fetched', 'a.pdf', pdf({ objects: ['<< /S /ImportData /F (x.fdf) >>'] }), 'active-content'],
  ['a film inside', 'a.pdf', pdf({ objects: ['<< /Subtype /RichMedia >>'] }), 'active-content'],
  ['an XFA form', 'a.pdf', pdf({ catalog: '/AcroForm << /XFA 5 0 R >>', objects: ['<< >>'] }), 'active-content'],
  ['a jump into an embedded file', 'a.pdf', pdf({ objects: ['<< /S /GoToE /T << >> >>'] }), 'active-content'],
  [
    'an unknown action on opening',
    'a.pdf',
    pdf({ catalog: '/OpenAction << /S /URI /URI (http://evil.example) >>' }),
    'active-content',
  ],
  ['an action on opening that leads nowhere', 'a.pdf', pdf({ catalog: '/OpenAction 99 0 R' }), 'active-content'],
  [
    'a pdf with a password',
    'a.pdf',
    pdf({ trailer: '/Encrypt 5 0 R', objects: ['<< /Filter /Standard /V 2 >>'] }),
    'encrypted',
  ],
  ['a picture of 2.5 thousand million pixels', 'a.png', png({ width: 50_000, height: 50_000 }), 'too-many-pixels'],
  ['a photograph of 4 thousand million pixels', 'a.jpg', jpeg({ width: 65_535, height: 65_535 }), 'too-many-pixels'],
  ['a picture without size', 'a.png', png({ width: 0 }), 'damaged'],
  ['a picture that was cut off', 'a.png', png().subarray(0, 50), 'damaged'],
  ['a picture with a wrong checksum', 'a.png', flip(png(), 40), 'damaged'],
  ['a photograph without its end', 'a.jpg', jpeg().subarray(0, -2), 'damaged'],
  [
    'a photograph without a frame',
    'a.jpg',
    Buffer.concat([jpeg().subarray(0, 20), Buffer.from([0xff, 0xd9])]),
    'damaged',
  ],
  [
    'a page in the comment of a photograph',
    'a.jpg',
    jpeg({ extra: [longComment('<script>alert(1)</script>')] }),
    'two-kinds-at-once',
  ],
  [
    'PHP in the comment of a photograph',
    'a.jpg',
    jpeg({ extra: [longComment('<?php system($_GET[0]); ?>')] }),
    'two-kinds-at-once',
  ],
  [
    'a page in the text of a picture',
    'a.png',
    png({ extra: [['tEXt', text('Comment\0<html><script>1</script>')]] }),
    'two-kinds-at-once',
  ],
  ['a zip behind a photograph', 'a.jpg', jpeg({ trailer: emptyZip }), 'two-kinds-at-once'],
  ['a zip behind a picture', 'a.png', Buffer.concat([png(), text('PK\u0003\u0004'), emptyZip]), 'two-kinds-at-once'],
  ['a pdf behind a photograph', 'a.jpg', jpeg({ trailer: pdf() }), 'two-kinds-at-once'],
  ['a program behind a picture', 'a.png', Buffer.concat([png(), text('MZ'), Buffer.alloc(60)]), 'two-kinds-at-once'],
];

function bomb(): string {
  const body = deflateSync(Buffer.alloc(80 * 1024 * 1024, 0x20));
  return `<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${body.length} >>\nstream\n${body.toString('latin1')}\nendstream`;
}

function flip(file: Buffer, at: number): Buffer {
  const changed = Buffer.from(file);
  changed[at] = (changed[at] ?? 0) ^ 0xff;
  return changed;
}

describe('a file that is not what it claims to be, or carries more (R-FILE-1, R-FILE-5, R-FILE-6, APP-7)', () => {
  test.each(wrong)('%s is refused', async (...[, name, file, fault]: Wrong) => {
    expect(await inspect(name, file)).toEqual({ fault });
  });

  test('no border between two pieces of a file hides what is wrong with it', async () => {
    for (const [what, name, file, fault] of wrong)
      expect({ what, ...(await inspect(name, file, 7)) }).toEqual({ what, fault });
  });

  test('sixty kinds of wrong files were tried', () => {
    expect(wrong.length).toBeGreaterThanOrEqual(60);
  });

  test('a kind that this requirement does not ask for is refused', async () => {
    expect(await inspectUpload(fileInPieces(png()), { name: 'a.png', accepts: ['pdf'] })).toEqual({
      fault: 'not-accepted',
    });
  });
});

describe('an honest file', () => {
  test.each([
    ['a plain pdf', pdf()],
    ['a pdf that opens at a page (LibreOffice)', pdf({ catalog: '/OpenAction[3 0 R /XYZ null null 0]' })],
    [
      'a pdf that opens at a page by reference (LaTeX)',
      pdf({ catalog: '/OpenAction 5 0 R', objects: ['<< /S /GoTo /D [3 0 R /Fit] >>'] }),
    ],
    [
      'a pdf that opens at a packed page',
      pdf({ catalog: '/OpenAction 9 0 R', objects: [packed('<< /S /GoTo /D [3 0 R /Fit] >>')] }),
    ],
    [
      'a pdf with a link',
      pdf({ objects: ['<< /Type /Annot /Subtype /Link /A << /S /URI /URI (https://example.edu.cn) >> >>'] }),
    ],
    ['a pdf with packed objects', pdf({ objects: [packed('<< /Type /Font /BaseFont /Times >>')] })],
  ])('%s is kept byte for byte', async (_, file) => {
    const inspection = await inspect('申请书.PDF', file);
    expect((await keptBytes(file, inspection)).equals(file)).toBe(true);
  });

  test('a picture keeps its drawing and loses texts, times and places (R-FILE-5)', async () => {
    const file = png({
      extra: [
        ['gAMA', Buffer.alloc(4)],
        ['tEXt', text('Author\0Zhang San')],
        ['eXIf', exif(6)],
        ['tIME', Buffer.alloc(7)],
      ],
    });
    const kept = await keptBytes(file, await inspect('a.png', file));
    expect(kept.equals(png({ extra: [['gAMA', Buffer.alloc(4)]] }))).toBe(true);
  });

  test('a photograph loses where it was taken, and keeps which side is up (R-FILE-5)', async () => {
    const colour = text('ICC_PROFILE\0\u0001\u0001profile');
    const file = jpeg({
      extra: [
        [0xe1, exif(6)],
        [0xe2, colour],
        [0xe1, text('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>')],
        longComment('by Zhang San'),
      ],
      trailer: text('camera data'),
    });
    const kept = await keptBytes(file, await inspect('IMG_0001.JPEG', file));
    expect(kept.includes('GPS')).toBe(false);
    expect(kept.includes('Zhang San')).toBe(false);
    expect(kept.includes('xmpmeta')).toBe(false);
    expect(kept.includes('camera data')).toBe(false);
    expect(kept.includes('profile')).toBe(true);
    const again = await inspect('a.jpg', kept);
    expect((await keptBytes(kept, again)).equals(kept)).toBe(true);
    expect(again.fault ?? again.kept.pieces.find((piece) => piece instanceof Uint8Array)?.[29]).toBe(6);
  });

  test('a photograph without metadata stays as it is', async () => {
    const file = jpeg();
    expect((await keptBytes(file, await inspect('a.jpg', file))).equals(file)).toBe(true);
  });
});
