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
  /** For each thing we want to know, the attributes that may hold it, in order of preference, compared without case. */
  readonly attributes: CasAttributeNames;
  readonly deadlineMs: number;
  readonly maxAnswerBytes: number;
}

export interface CasAttributeNames {
  readonly name: readonly string[];
  readonly department: readonly string[];
}

export const casDefaults = {
  validatePath: '/p3/serviceValidate',
  userPattern: /^[\p{L}\p{N}][\p{L}\p{N}._@-]{0,63}$/u,
  attributes: {
    name: ['cn', 'displayName', 'userName', 'user_name', 'comsys_name', 'name'],
    department: ['department', 'departmentName', 'comsys_department', 'ou'],
  },
  deadlineMs: 5_000,
  maxAnswerBytes: 65_536,
} as const;

/** The service URL of one browser: fixed by configuration but for its nonce, never taken from the request. */
export function serviceUrlFor(settings: CasSettings, nonce: string): string {
  const url = new URL(settings.serviceUrl);
  url.searchParams.set('state', nonce);
  return url.href;
}
