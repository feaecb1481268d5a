import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** Stands between the API and its database and plays the network that fails. */
export interface TcpProxy {
  readonly port: number;
  /** Every connection breaks and new ones are refused. */
  cut(): void;
  /** Connections stay open and nothing passes. */
  hang(): void;
  /** Passes on the next message that contains `text`, and breaks the connection instead of passing on the answer. */
  loseAnswerTo(text: string): void;
  /** Lets everything pass again. */
  heal(): void;
  close(): Promise<void>;
}

type Weather = 'fine' | 'cut' | 'hung';

export async function createTcpProxy(target: { host: string; port: number }): Promise<TcpProxy> {
  let weather: Weather = 'fine';
  let losing: string | undefined;
  const pairs = new Set<readonly [Socket, Socket]>();
  const server = createServer((near) => {
    if (weather === 'cut') return void near.destroy();
    const far = connect(target.port, target.host);
    const pair = [near, far] as const;
    pairs.add(pair);
    let isLost = false;
    near.on('data', (chunk) => {
      if (losing !== undefined && chunk.includes(losing)) {
        losing = undefined;
        isLost = true;
      }
      if (weather === 'fine') far.write(chunk);
    });
    far.on('data', (chunk) => {
      if (isLost) return void near.destroy();
      if (weather === 'fine') near.write(chunk);
    });
    const end = (): void => {
      pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    for (const socket of pair) socket.on('error', end).on('close', end);
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    cut: () => {
      weather = 'cut';
      for (const pair of pairs) pair[0].destroy();
    },
    hang: () => {
      weather = 'hung';
    },
    loseAnswerTo: (text) => {
      losing = text;
    },
    heal: () => {
      weather = 'fine';
    },
    close: async () => {
      for (const [near, far] of pairs) {
        near.destroy();
        far.destroy();
      }
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
