import { createServer, type AddressInfo, type Socket } from 'node:net';
import { eicar } from './sample-files.ts';

export interface FakeScanner {
  readonly address: { readonly host: string; readonly port: number };
  /** How the next files are answered; `look` finds the test virus as clamd does. */
  mode: 'look' | 'silent' | 'too-large' | 'nonsense';
  readonly scanned: number;
  close(): Promise<void>;
}

/** Speaks clamd's INSTREAM on a free port. */
export async function startFakeScanner(): Promise<FakeScanner> {
  const sockets = new Set<Socket>();
  let scanned = 0;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    let received = Buffer.alloc(0);
    socket.on('data', (part: Buffer) => {
      received = Buffer.concat([received, part]);
      const file = readStream(received);
      if (file === undefined || scanner.mode === 'silent') return;
      scanned += 1;
      socket.end(answerTo(file, scanner.mode));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const scanner: FakeScanner = {
    address: { host: '127.0.0.1', port: (server.address() as AddressInfo).port },
    mode: 'look',
    get scanned() {
      return scanned;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
  return scanner;
}

/** undefined while the last piece has not come. */
function readStream(received: Buffer): Buffer | undefined {
  const command = Buffer.from('zINSTREAM\0', 'latin1');
  if (!received.subarray(0, command.length).equals(command)) return undefined;
  const parts: Buffer[] = [];
  for (let at = command.length; at + 4 <= received.length;) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

function answerTo(file: Buffer, mode: FakeScanner['mode']): string {
  if (mode === 'too-large') return 'INSTREAM size limit exceeded. ERROR\0';
  if (mode === 'nonsense') return 'PONG\0';
  return file.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0';
}
