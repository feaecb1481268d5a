import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream, type BusboyHeaders } from '@fastify/busboy';
import { isProblem, problem } from '../problem/index.ts';
import { tableLimits, tableTooLarge } from './read-table.ts';

const missingFile = { field: 'file', code: 'required', message: '请选择要导入的文件。' };

export const readUploadedTable = async (request: IncomingMessage): Promise<Buffer> =>
  (await readUploadedFile(request)).bytes;

/**
 * The multipart field `file`, held in memory: a table is small.
 * @throws ProblemError `request.too-large`, `request.unreadable`, `request.invalid` where there is no file
 */
export async function readUploadedFile(request: IncomingMessage): Promise<{ name: string; bytes: Buffer }> {
  const chunks: Buffer[] = [];
  let name = '';
  try {
    const form = new Busboy({
      headers: request.headers as BusboyHeaders,
      limits: { files: 1, fields: 5, parts: 6, fileSize: tableLimits.bytes + 1, fieldSize: 4_096, headerPairs: 50 },
    });
    const tooLarge = new Promise<never>((_resolve, reject) => {
      form.on('file', (field: string, content: BusboyFileStream, fileName: string | undefined) => {
        content.on('limit', () => reject(tableTooLarge()));
        content.on('error', reject);
        if (field !== 'file') return void content.resume();
        name = fileName ?? '';
        content.on('data', (chunk: Buffer) => void chunks.push(chunk));
      });
    });
    tooLarge.catch(() => undefined);
    await Promise.race([pipeline(request, form), tooLarge]);
  } catch (cause) {
    throw isProblem(cause) ? cause : problem('request.unreadable', { cause });
  }
  // A form without a chosen file sends an empty one.
  if (chunks.length === 0) throw problem('request.invalid', { issues: [missingFile] });
  const bytes = Buffer.concat(chunks);
  if (bytes.length > tableLimits.bytes) throw tableTooLarge();
  return { name, bytes };
}
