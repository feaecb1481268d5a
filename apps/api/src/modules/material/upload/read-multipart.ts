import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy';
import { BlobTooLarge, type BlobRef, type BlobStore } from '../../../platform/files/index.ts';
import { isProblem, problem } from '../../../platform/problem/index.ts';

export interface Received {
  readonly name: string;
  readonly blob: BlobRef;
}

/** Beside the file a form sends a few short fields. */
const roomForTheRest = 64 * 1024;

/**
 * Stores the file of the multipart field `file` while it arrives, encrypted, and never more of it than allowed: the
 * first byte too many ends it, whatever length was declared.
 * @throws ProblemError `material.too-large`, `request.media-type`, `request.unreadable`, `request.invalid`
 */
export async function readMultipart(
  request: Readable & { headers: IncomingHttpHeaders },
  options: { readonly maxBytes: number; readonly blobs: BlobStore },
): Promise<Received> {
  const { maxBytes, blobs } = options;
  if (Number(request.headers['content-length'] ?? 0) > maxBytes + roomForTheRest) throw problem('material.too-large');
  const form = openForm(request.headers);
  const received: { name: string; content?: BusboyFileStream; stored?: Promise<BlobRef> } = { name: '' };
  const failure = new Promise<never>((_, reject) => {
    form.on('file', (field: string, content: BusboyFileStream, fileName: string | undefined) => {
      content.on('error', reject);
      if (field !== 'file') return void content.resume();
      // Ending early must not end the stream: that would look as if the sender had gone away.
      const bytes = content.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
      const stored = blobs.put(bytes, { mediaType: 'application/octet-stream', maxBytes });
      stored.catch(reject);
      Object.assign(received, { name: fileName ?? '', content, stored });
    });
    for (const limit of ['filesLimit', 'partsLimit', 'fieldsLimit'] as const)
      form.on(limit, () => reject(problem('request.invalid')));
  });
  failure.catch(() => undefined);
  try {
    await Promise.race([pipeline(request, form), failure]);
    if (received.stored === undefined) throw problem('request.invalid', { issues: [missingFile] });
    return { name: received.name, blob: await received.stored };
  } catch (error) {
    request.unpipe(form);
    received.content?.destroy(new Error('the upload ended early'));
    await received.stored?.then((blob) => blobs.remove(blob.id)).catch(() => undefined);
    throw asProblem(error);
  }
}

const missingFile = { field: 'file', code: 'required', message: '请选择要上传的文件。' };

function openForm(headers: IncomingHttpHeaders): BusboyInstance {
  if (!/^multipart\/form-data\b/i.test(headers['content-type'] ?? '')) throw problem('request.media-type');
  try {
    return new Busboy({
      headers: headers as BusboyHeaders,
      // Every step on the way holds one chunk as it came, never several.
      highWaterMark: 1,
      fileHwm: 1,
      limits: {
        files: 1,
        fields: 10,
        parts: 12,
        fieldSize: 4096,
        fieldNameSize: 100,
        headerPairs: 50,
        headerSize: 16 * 1024,
      },
    });
  } catch (cause) {
    throw problem('request.unreadable', { cause });
  }
}

function asProblem(error: unknown): Error {
  if (isProblem(error)) return error;
  if (error instanceof BlobTooLarge) return problem('material.too-large');
  // The client went away or sent no proper form; a fault of ours has another class and stays one.
  const text = error instanceof Error ? `${(error as NodeJS.ErrnoException).code ?? ''} ${error.message}` : '';
  const isTheirs = /PREMATURE_CLOSE|ECONNRESET|aborted|Unexpected end|Malformed|multipart|Part terminated/i.test(text);
  return isTheirs ? problem('request.unreadable', { cause: error }) : (error as Error);
}
