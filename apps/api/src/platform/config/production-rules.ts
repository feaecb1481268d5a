import type { Config } from './config.ts';

const loopback = /^(localhost|127\.|\[?::1\]?$|0\.0\.0\.0)/;

/** What a production start refuses, each with the variable to change. */
export function productionFaults(config: Config): string[] {
  const faults: string[] = [];
  if (!config.isSecure)
    faults.push('PUBLIC_ORIGIN must be https in production: session cookies are sent over TLS only');
  if (config.cas.isEmbedded) faults.push('CAS_EMBEDDED must be 0 in production: the embedded CAS signs anybody in');
  if (config.cas.url === undefined) faults.push('CAS_URL must name the CAS server of the campus');
  else faults.push(...casFaults(new URL(config.cas.url)));
  if (config.keys.cookies.some((key) => key.length < 32))
    faults.push('COOKIE_KEYS must each have 32 characters or more');
  if (process.env.NODE_TLS_REJECT_UNAUTHORIZED === '0')
    faults.push('NODE_TLS_REJECT_UNAUTHORIZED=0 switches off the checking of certificates');
  const secrets = [...config.keys.master.map((key) => key.secret), config.keys.blindIndex];
  if (secrets.some((secret) => new Set(secret).size < 8))
    faults.push('MASTER_KEYS and BLIND_INDEX_KEY must be random, not a repeated byte');
  if (config.keys.master.some((key) => key.id.startsWith('development')))
    faults.push('MASTER_KEYS holds the key of a development machine');
  if (config.university.name === '示范大学') faults.push('UNIVERSITY_NAME is that of the demo');
  return faults;
}

function casFaults(cas: URL): string[] {
  if (cas.protocol !== 'https:')
    return ['CAS_URL must be https in production: a plain answer can be forged on its way'];
  return loopback.test(cas.hostname) ? ['CAS_URL must not be on the loopback interface in production'] : [];
}
