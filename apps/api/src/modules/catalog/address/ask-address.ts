/** How an address answered; `found` says what came instead of a page. */
export interface AddressAnswer {
  readonly isDead: boolean;
  readonly found: string;
}

export interface AskOptions {
  /** `host` or `host:port`, in small letters; without a port the usual one of the scheme. No other host is ever called. */
  readonly hosts: readonly string[];
  readonly timeoutMilliseconds?: number;
}

const mostRedirects = 3;
const alive: AddressAnswer = { isDead: false, found: '' };
const dead = (found: string): AddressAnswer => ({ isDead: true, found });

/** Whether the address is one that we may ask: http or https, on a host that was configured, with nothing secret in it. */
export function isAllowed(address: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  const isWeb = protocol === 'http:' || protocol === 'https:';
  // `host` has the port only where it is not the usual one.
  return isWeb && username === '' && password === '' && hosts.includes(host.toLowerCase());
}

/**
 * Asks for the head of an address, and for the page itself where a server knows no heads. Follows a few redirects, each only
 * to a host that was configured: one that leads elsewhere has answered, and is not followed. Nothing is read of a body.
 * A page that wants a sign-in (401, 403) is alive.
 */
export async function askAddress(address: string, options: AskOptions): Promise<AddressAnswer> {
  let current = address;
  for (let step = 0; step <= mostRedirects; step += 1) {
    if (!isAllowed(current, options.hosts)) return alive;
    const answer = await ask(current, options);
    if (typeof answer === 'string') return dead(answer);
    const { status, location } = answer;
    if (status < 300 || status === 401 || status === 403) return alive;
    if (status >= 400) return dead(`HTTP ${status}`);
    if (location === null || !URL.canParse(location, current)) return alive;
    current = new URL(location, current).href;
  }
  return dead('跳转次数过多');
}

interface Head {
  readonly status: number;
  readonly location: string | null;
}

/** The status and where it leads, or what was wrong in words. */
async function ask(address: string, options: AskOptions): Promise<Head | string> {
  const head = await request(address, 'HEAD', options);
  const knowsNoHeads = typeof head !== 'string' && (head.status === 405 || head.status === 501);
  return knowsNoHeads ? request(address, 'GET', options) : head;
}

async function request(
  address: string,
  method: 'HEAD' | 'GET',
  { timeoutMilliseconds = 8_000 }: AskOptions,
): Promise<Head | string> {
  try {
    const signal = AbortSignal.timeout(timeoutMilliseconds);
    const answer = await fetch(address, { method, redirect: 'manual', signal, headers: { accept: '*/*' } });
    await answer.body?.cancel();
    return { status: answer.status, location: answer.headers.get('location') };
  } catch (error) {
    const { name } = error as { readonly name?: unknown };
    return name === 'TimeoutError' || name === 'AbortError' ? '超时没有回应' : '连接不上';
  }
}
