import { CannotStart } from '../config/index.ts';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

export type HttpHandler = (request: IncomingMessage, response: ServerResponse) => void;

const slowReaderMilliseconds = 20_000;
const longestWorkMilliseconds = 310_000;

/**
 * An HTTP server that lets nobody hold a connection by being slow: headers within 10 s (looked at every 2 s: Node's
 * default is 30), a whole request within 5 minutes (a 20 MB upload over a bad line), an answer that nobody reads 20 s.
 */
export function createHttpServer(handler: HttpHandler): Server {
  const server = createServer(
    {
      connectionsCheckingInterval: 2_000,
      headersTimeout: 10_000,
      requestTimeout: 300_000,
      keepAliveTimeout: 65_000,
      maxHeaderSize: 16_384,
    },
    (request, response) => {
      response.once('prefinish', () => request.socket.setTimeout(slowReaderMilliseconds));
      handler(request, response);
    },
  );
  server.maxHeadersCount = 100;
  server.setTimeout(longestWorkMilliseconds);
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
  const cut = setTimeout(() => servers.forEach((server) => server.closeAllConnections()), patienceMilliseconds);
  await Promise.all(
    servers.map((server) => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      return closed;
    }),
  );
  clearTimeout(cut);
}
