import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

export interface CapturedAnswer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

/**
 * Lets an answer pass and, where it carries the marker, hands a copy to `done` once it has been sent whole. The marker
 * itself is taken off.
 */
export function captureAnswer(response: ServerResponse, marker: string, done: (answer: CapturedAnswer) => void): void {
  const chunks: Buffer[] = [];
  let isMarked: boolean | undefined;
  let headers: OutgoingHttpHeaders = {};
  const writeHead = response.writeHead.bind(response);
  const write = response.write.bind(response);
  const end = response.end.bind(response);

  const look = (): void => {
    if (isMarked !== undefined) return;
    isMarked = response.hasHeader(marker);
    if (!isMarked) return;
    headers = { ...response.getHeaders() };
    response.removeHeader(marker);
  };
  const keep = (chunk: unknown, encoding: unknown): void => {
    if (isMarked !== true || chunk === undefined || chunk === null || typeof chunk === 'function') return;
    chunks.push(
      typeof chunk === 'string'
        ? Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8')
        : Buffer.from(chunk as Uint8Array),
    );
  };

  response.writeHead = (status: number, ...rest: unknown[]) => {
    // Headers given here are not in getHeaders() before they are sent, so they are set first.
    const given = rest.find((one) => typeof one === 'object' && one !== null);
    response.statusCode = status;
    for (const [name, value] of headerPairs(given)) response.setHeader(name, value);
    look();
    return writeHead(status);
  };
  response.write = ((chunk: unknown, ...rest: unknown[]) => {
    look();
    keep(chunk, rest[0]);
    return (write as (...given: unknown[]) => boolean)(chunk, ...rest);
  }) as typeof response.write;
  response.end = ((...given: unknown[]) => {
    look();
    keep(given[0], given[1]);
    // A response may end by writing its last piece, which has just been kept.
    response.write = write;
    return (end as (...given: unknown[]) => ServerResponse)(...given);
  }) as typeof response.end;
  response.once('finish', () => {
    if (isMarked === true) done({ status: response.statusCode, headers, body: Buffer.concat(chunks) });
  });
}

/** Headers as an object, or as the flat or nested lists that writeHead takes too. */
function headerPairs(given: unknown): [string, string | number | readonly string[]][] {
  if (given === undefined) return [];
  if (!Array.isArray(given)) {
    return Object.entries(given as OutgoingHttpHeaders).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as [string, string | number | string[]]],
    );
  }
  if (Array.isArray(given[0])) return given as [string, string][];
  return given.flatMap((name: string, position) =>
    position % 2 === 0 ? [[name, given[position + 1] as string] as [string, string]] : [],
  );
}
