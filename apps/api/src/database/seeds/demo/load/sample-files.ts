import { crc32, deflateSync } from 'node:zlib';
import type { UploadType } from '@yitang/domain/catalog';

export interface SampleFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** A file that a requirement takes, and that shows nobody. */
export function sampleFile(name: string, accepts: readonly UploadType[]): SampleFile {
  if (accepts.includes('pdf')) return { name: `${name}（演示）.pdf`, type: 'application/pdf', bytes: samplePdf() };
  return { name: `${name}（演示）.png`, type: 'image/png', bytes: samplePicture() };
}

/** One page that says what it is. */
function samplePdf(): Buffer {
  const text = 'BT /F1 20 Tf 72 720 Td (Sample document of the demo university) Tj ET';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(`${file}xref\n0 ${size}\n0000000000 65535 f \n${table}${trailer}`, 'latin1');
}

const [width, height] = [150, 210];

/** Head and shoulders of nobody on blue ground. */
function samplePicture(): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const isHead = ((x - 75) / 32) ** 2 + ((y - 80) / 42) ** 2 < 1;
      const isBody = ((x - 75) / 62) ** 2 + ((y - 205) / 75) ** 2 < 1;
      const colour = isHead ? 0xd9c6b0 : isBody ? 0x4d5a66 : 0x3f7fbf;
      rows.writeUIntBE(colour, y * (1 + width * 3) + 1 + x * 3, 3);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(body.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}
