import type { Context } from 'koa';

/** Thrown at start: signing in without a password must never be possible on a real site. */
export class CasServerRefused extends Error {
  constructor(reason: string) {
    super(`The embedded CAS does not start: ${reason}`);
    this.name = 'CasServerRefused';
  }
}

const environments = ['development', 'demo'] as const;
export type DemoEnvironment = (typeof environments)[number];

/**
 * Throws CasServerRefused unless the process was asked for a development or demo start and listens on loopback only.
 * `listenHosts` are the addresses that the HTTP server binds.
 */
export function requireDemo(environment: string, listenHosts: readonly string[]): void {
  if (!(environments as readonly string[]).includes(environment)) {
    throw new CasServerRefused(`the environment is "${environment}", not ${environments.join(' or ')}`);
  }
  if (listenHosts.length === 0) throw new CasServerRefused('the addresses to listen on are not given');
  const open = listenHosts.filter((host) => !isLoopback(host));
  if (open.length > 0) throw new CasServerRefused(`${open.join(', ')} is not a loopback address`);
}

/** The bound address is checked again for each request, in case the server was bound elsewhere than was said. */
export function arrivesOnLoopback(ctx: Context): boolean {
  const address = ctx.req.socket.localAddress;
  return address !== undefined && isLoopback(address);
}

export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').replace(/^::ffff:/i, '');
  return bare === 'localhost' || bare === '::1' || /^127(\.\d{1,3}){3}$/.test(bare);
}
