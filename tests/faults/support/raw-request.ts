import { connect, type Socket } from 'node:net';

export interface RawConnection {
  readonly socket: Socket;
  /** Everything that came back, once the server has closed the connection. */
  readonly closed: Promise<{ text: string; milliseconds: number }>;
}

/** A connection on which a test may write whatever no honest client would. */
export function dial(port: number): RawConnection {
  const begin = performance.now();
  const socket = connect(port, '127.0.0.1');
  let text = '';
  socket.setEncoding('utf8').on('data', (part: string) => (text += part));
  const closed = new Promise<{ text: string; milliseconds: number }>((resolve) => {
    socket.on('error', () => undefined);
    socket.once('close', () => resolve({ text, milliseconds: performance.now() - begin }));
  });
  return { socket, closed };
}

/** Writes one character a second, for as long as anybody listens. */
export function dribble(socket: Socket): void {
  const timer = setInterval(() => (socket.writable ? socket.write('x') : clearInterval(timer)), 1_000);
  socket.once('close', () => clearInterval(timer));
}

export const statusOf = (text: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0);
