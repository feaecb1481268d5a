import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** How slowly a body may come. */
export interface Pace {
  /** Milliseconds; each such stretch by itself must bring enough, so that a good beginning buys no long end. */
  readonly stretch: number;
  readonly bytesPerSecond: number;
}

export interface BodyPace {
  /** From now on the body of this request must keep coming. */
  watch(request: IncomingMessage, response: ServerResponse): void;
  stop(): void;
}

interface Arriving {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  since: number;
  bytesBefore: number;
}

const tooSlow = 'HTTP/1.1 408 Request Timeout\r\nconnection: close\r\n\r\n';

/** Cuts who sends a body so slowly that they only hold a place, whatever is asked and whoever would read it. */
export function keepBodyPace(pace: Pace): BodyPace {
  // By connection, and looked at in turn: a timer or a listener for every request would cost more than the request.
  const arriving = new Map<Socket, Arriving>();
  const timer = setInterval(() => {
    for (const [socket, body] of arriving) {
      if (body.request.complete || socket.destroyed) arriving.delete(socket);
      else judge(socket, body, pace);
    }
  }, pace.stretch / 8);
  timer.unref();
  return {
    watch: (request, response) => {
      const { socket, headers } = request;
      if (headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0) return;
      arriving.set(socket, { request, response, since: performance.now(), bytesBefore: socket.bytesRead });
    },
    stop: () => clearInterval(timer),
  };
}

function judge(socket: Socket, body: Arriving, pace: Pace): void {
  const now = performance.now();
  const isHeldByUs = body.request.readableLength > 0 && !body.response.writableEnded;
  // An upload that waits for its turn is neither slow nor silent.
  if (isHeldByUs) socket.setTimeout(socket.timeout ?? 0);
  else if (now - body.since < pace.stretch) return;
  else if (socket.bytesRead - body.bytesBefore < (pace.bytesPerSecond * pace.stretch) / 1_000) return cut(socket, body);
  body.since = now;
  body.bytesBefore = socket.bytesRead;
}

function cut(socket: Socket, { response }: Arriving): void {
  if (socket.writable && !response.headersSent) socket.write(tooSlow);
  socket.destroy();
}
