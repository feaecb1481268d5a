/** What a browser sends of its own accord, as far as it matters to a server. */
export const browserHeaders: Readonly<Record<string, string>> = {
  accept: '*/*',
  'accept-encoding': 'gzip, deflate, br',
  'accept-language': 'zh-CN,zh;q=0.9',
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) bench',
};

export interface RequestParts {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
}

/** A request of HTTP/1.1 as it goes over the wire; the connection is kept. */
export function requestText(path: string, { method = 'GET', headers = {}, body }: RequestParts = {}): string {
  const text = body === undefined ? '' : JSON.stringify(body);
  const all: Record<string, string> = { host: 'localhost', ...browserHeaders, ...headers };
  if (body !== undefined) {
    all['content-type'] = 'application/json';
    all['content-length'] = String(Buffer.byteLength(text));
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${text}`;
}
