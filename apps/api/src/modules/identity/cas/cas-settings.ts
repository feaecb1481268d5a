import type { Config } from '../../../platform/config/index.ts';

/** What a campus configures about its CAS. */
export interface CasSettings {
  /** Such as https://sso.example.edu.cn/cas or …/authserver, without a slash at the end. */
  readonly baseUrl: string;
  /** Where a ticket is asked about: /p3/serviceValidate (CAS 3), or /serviceValidate where a campus has only CAS 2. */
  readonly validatePath: string;
  /** Our callback as registered at the CAS; the nonce of the browser is added as `state`. */
  readonly serviceUrl: string;
  /** Shape of a user id (学工号); leading zeros count, so it is never a number. */
  readonly userPattern: RegExp;
  /** Our name of a fact → the attributes that may hold it, in order of preference, compared without case. */
  readonly attributes: Readonly<Record<string, readonly string[]>>;
  readonly deadlineMs: number;
  readonly maxAnswerBytes: number;
}

export const callbackPath = '/auth/cas/callback';

export function casSettings({ cas, origin }: Pick<Config, 'cas' | 'origin'>): CasSettings {
  return {
    baseUrl: (cas.url ?? `${origin}/cas`).replace(/\/+$/, ''),
    validatePath: cas.version === '3' ? '/p3/serviceValidate' : '/serviceValidate',
    serviceUrl: origin + callbackPath,
    userPattern: cas.userPattern,
    attributes: Object.fromEntries(Object.entries(cas.attributes).map(([name, theirs]) => [name, theirs.split('|')])),
    deadlineMs: 5_000,
    maxAnswerBytes: 65_536,
  };
}

/** The service URL of one browser: fixed by configuration but for its nonce, never taken from the request. */
export function serviceUrlFor(settings: CasSettings, nonce: string): string {
  const url = new URL(settings.serviceUrl);
  url.searchParams.set('state', nonce);
  return url.href;
}
