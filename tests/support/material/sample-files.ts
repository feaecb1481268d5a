import { crc32, deflateSync } from 'node:zlib';

/** Small real files for tests, and what hostile people make of them. */

const chunk = (name: string, body: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
};

export interface PngOptions {
  readonly width?: number;
  readonly height?: number;
  /** Chunks between the header and the picture. */
  readonly extra?: readonly (readonly [name: string, body: Buffer])[];
}

/** A picture of one colour; a claimed size is not drawn. */
export function png({ width = 4, height = 4, extra = [] }: PngOptions = {}): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(3 * Math.min(width, 64), 0x80)]);
  const pixels = Buffer.concat(Array.from({ length: Math.min(height, 64) }, () => row));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    ...extra.map(([name, body]) => chunk(name, body)),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const segment = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

export interface JpegOptions {
  readonly width?: number;
  readonly height?: number;
  /** Application and comment segments, by marker. */
  readonly extra?: readonly (readonly [marker: number, body: Buffer])[];
  readonly trailer?: Buffer;
}

/** The structure of a JPEG with a scan that holds stuffed and restart bytes. */
export function jpeg({ width = 8, height = 8, extra = [], trailer = Buffer.alloc(0) }: JpegOptions = {}): Buffer {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0', 'latin1')),
    ...extra.map(([marker, body]) => segment(marker, body)),
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xc0, frame),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
    Buffer.from([0xff, 0xd9]),
    trailer,
  ]);
}

/** EXIF with the place where a picture was taken, and which side is up. */
export function exif(orientation: number): Buffer {
  const tiff = Buffer.concat([
    Buffer.from('49492a0008000000' + '0200', 'hex'),
    Buffer.from('1201030001000000', 'hex'),
    Buffer.from([orientation, 0, 0, 0]),
    Buffer.from('258804000100000040000000', 'hex'),
    Buffer.from('00000000', 'hex'),
    Buffer.from('GPSLatitude 30.2741 N GPSLongitude 120.1551 E', 'latin1'),
  ]);
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
}

export interface PdfOptions {
  /** Entries of the catalog, such as `/OpenAction 5 0 R`. */
  readonly catalog?: string;
  /** Further objects, from number 5 on. */
  readonly objects?: readonly string[];
  /** Entries of the trailer. */
  readonly trailer?: string;
  readonly before?: string;
  readonly after?: string;
}

/** One empty page, with a cross-reference table that is right. */
export function pdf({ catalog = '', objects = [], trailer = '', before = '', after = '' }: PdfOptions = {}): Buffer {
  const bodies = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
    '<< /Length 44 >>\nstream\nBT /F1 12 Tf (Read about /JavaScripture) Tj ET   \nendstream',
    ...objects,
  ];
  let text = `${before}%PDF-1.7\n`;
  const offsets = bodies.map((body, index) => {
    const at = Buffer.byteLength(text, 'latin1');
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = Buffer.byteLength(text, 'latin1');
  text += `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  text += `trailer\n<< /Size ${bodies.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${table}\n%%EOF\n${after}`;
  return Buffer.from(text, 'latin1');
}

/** An object stream that holds one object, packed. */
export function packed(object: string, filter = '/Filter /FlateDecode'): string {
  const content = `9 0 ${object}`;
  const body = filter === '' ? Buffer.from(content, 'latin1') : deflateSync(Buffer.from(content, 'latin1'));
  return `<< /Type /ObjStm /N 1 /First 4 ${filter} /Length ${body.length} >>\nstream\n${body.toString('latin1')}\nendstream`;
}

/** An empty zip: what every zip ends with. */
export const emptyZip = Buffer.concat([Buffer.from('PK\u0005\u0006', 'latin1'), Buffer.alloc(18)]);

/** The harmless file that every virus scanner reports, split so that no scanner reports this source. */
export const eicar = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
  'latin1',
);
