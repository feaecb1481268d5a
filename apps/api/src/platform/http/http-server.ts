import { CannotStart } from '../config/index.ts';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { keepBodyPace, type Pace } from './body-pace.ts';

export type HttpHandler = (request: IncomingMessage, response: ServerResponse) => void;

/** Milliseconds that somebody may take. */
export interface Patience {
  readonly headers: number;
  readonly body: Pace;
  /** The whole request: 25 MB over a line of 1 Mbit/s take 210 s. */
  readonly request: number;
  /** Neither sending nor reading a byte. */
  readonly silence: number;
}

const usualPatience: Patience = {
  headers: 10_000,
  body: { stretch: 15_000, bytesPerSecond: 4_096 },
  request: 300_000,
  silence: 20_000,
};

/** An HTTP server that lets nobody hold a connection by being slow. */
export function createHttpServer(handler: HttpHandler, patience: Patience = usualPatience): Server {
  const bodyPace = keepBodyPace(patience.body);
  const server = createServer(
    {
      // Node looks every 30 s, so that slow headers would live three times as long as they may.
      connectionsCheckingInterval: Math.min(2_000, patience.headers / 4),
      headersTimeout: patience.headers,
      requestTimeout: patience.request,
      keepAliveTimeout: 65_000,
      maxHeaderSize: 16_384,
      // A body that waits for its turn waits at the sender: so much of it is enough to stop reading.
      highWaterMark: 16_384,
    },
    (request, response) => {
      bodyPace.watch(request, response);
      handler(request, response);
    },
  );
  server.once('close', () => bodyPace.stop());
  server.maxHeadersCount = 100;
  server.setTimeout(patience.silence);
  return server;
}

/** Listens on all hosts at the same port; 0 takes a free one. A host that this machine does not have is left out. */
export async function listen(
  make: () => Server,
  hosts: readonly string[],
  port: number,
): Promise<{ servers: Server[]; port: number }> {
  const servers: Server[] = [];
  let chosen = port;
  for (const host of hosts) {
    const server = make();
    try {
      chosen = await listenOne(server, host, chosen);
      servers.push(server);
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === 'EADDRINUSE')
        throw new CannotStart(
          `port ${chosen} is in use: stop the program that listens there, or set PORT to another number`,
          { cause: error },
        );
      const isMissingHost = code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT';
      if (!isMissingHost || (servers.length === 0 && host === hosts.at(-1))) throw error;
    }
  }
  return { servers, port: chosen };
}

function listenOne(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** Takes no new connection, lets answers end for so long, then cuts what is left. */
export async function closeServers(servers: readonly Server[], patienceMilliseconds: number): Promise<void> {
  const closed = servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve())));
  // A kept-alive connection becomes idle when its last answer is out.
  const sweep = setInterval(() => servers.forEach((server) => server.closeIdleConnections()), 50);
  const cut = setTimeout(() => servers.forEach((server) => server.closeAllConnections()), patienceMilliseconds);
  await Promise.all(closed);
  clearInterval(sweep);
  clearTimeout(cut);
}
