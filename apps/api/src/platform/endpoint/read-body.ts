import type { IncomingMessage } from 'node:http';
import type { Endpoint } from '@yitang/contract';
import { problem } from '../problem/index.ts';
import { requirePlainJson } from './plain-json.ts';

const mostBytes = 256 * 1024;

/**
 * The JSON body that an endpoint declares; undefined for an upload, whose handler reads the stream itself.
 * @throws ProblemError for another content type, too many bytes or what is not JSON.
 */
export async function readBody(request: IncomingMessage, declared: Endpoint): Promise<unknown> {
  const type = (request.headers['content-type'] ?? '').toLowerCase();
  if (declared.upload) {
    if (!type.startsWith('multipart/form-data')) throw problem('request.media-type');
    return undefined;
  }
  const isEmpty =
    Number(request.headers['content-length'] ?? 0) === 0 && request.headers['transfer-encoding'] === undefined;
  if (isEmpty && declared.body === undefined) return undefined;
  if (!/^application\/json(\s*;\s*charset=utf-8)?$/.test(type)) throw problem('request.media-type');
  const value = parseJson(await readBytes(request));
  requirePlainJson(value);
  return value;
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) throw problem('request.too-large');
  if (request.headers['content-encoding'] !== undefined) throw problem('request.media-type');
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= mostBytes) return void chunks.push(chunk);
      // It is listened to no more, but not ended: the rest is still dropped, so that the sender can read why.
      request.removeAllListeners('data');
      reject(problem('request.too-large'));
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    // The sender went away in the middle of it.
    request.once('error', (cause) => reject(problem('request.unreadable', { cause })));
    request.once('close', () => {
      if (!request.readableEnded) reject(problem('request.unreadable'));
    });
  });
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw problem('request.unreadable', { cause });
  }
}
