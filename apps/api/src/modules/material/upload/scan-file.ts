import { once } from 'node:events';
import { connect } from 'node:net';

export interface ScannerAddress {
  readonly host: string;
  readonly port: number;
}
/** `unknown`: the scanner is away, slow, or could not look at all of it. It is not clean then. */
export type ScanVerdict =
  { readonly state: 'clean' | 'unknown' } | { readonly state: 'infected'; readonly signature: string };

const unknown: ScanVerdict = { state: 'unknown' };

/** Asks clamd by its INSTREAM command; never throws for a scanner that fails. */
export async function scanFile(
  content: AsyncIterable<Buffer>,
  scanner: ScannerAddress,
  deadlineMs = 20_000,
): Promise<ScanVerdict> {
  const socket = connect({ ...scanner, timeout: deadlineMs });
  const timer = setTimeout(() => socket.destroy(new Error('the scanner took too long')), deadlineMs);
  const parts: Buffer[] = [];
  const answered = new Promise<void>((resolve, reject) => {
    socket.on('data', (part: Buffer) => void (parts.length < 64 && parts.push(part)));
    socket
      .on('end', resolve)
      .on('close', () => resolve())
      .on('error', reject);
    socket.on('timeout', () => socket.destroy(new Error('the scanner is silent')));
  });
  answered.catch(() => undefined);
  try {
    await Promise.race([once(socket, 'connect'), answered]);
    await Promise.race([sendFile(socket, content), answered]);
    await answered;
    return verdictOf(Buffer.concat(parts).toString('utf8'));
  } catch {
    return unknown;
  } finally {
    clearTimeout(timer);
    socket.destroy();
  }
}

async function sendFile(socket: ReturnType<typeof connect>, content: AsyncIterable<Buffer>): Promise<void> {
  socket.write('zINSTREAM\0');
  for await (const chunk of content) {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(chunk.length);
    socket.write(length);
    if (!socket.write(chunk)) await once(socket, 'drain');
  }
  socket.write(Buffer.alloc(4));
}

/** `stream: OK`, `stream: NAME FOUND`, or an error such as a size limit, after which nothing is known. */
function verdictOf(answer: string): ScanVerdict {
  const line = answer.replace(/\0/g, '').trim();
  const signature = /^stream: (.+) FOUND$/.exec(line)?.[1];
  if (signature !== undefined) return { state: 'infected', signature };
  return line === 'stream: OK' ? { state: 'clean' } : unknown;
}
