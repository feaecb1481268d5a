/**
 * Why a sign-in did not succeed, as the page /sign-in/problem?code=… names it, with the status that it answers:
 * - `ticket-refused` 401: the CAS said no, or the ticket was not for this browser
 * - `cookie-lost` 401: the browser lost our cookie on the way (common inside 企业微信 and 钉钉), or ten minutes went by
 * - `cas-unavailable` 503: no usable answer from the CAS
 * - `not-admitted` 403: the CAS knows the person and our directory does not
 * - `account-disabled` 403
 * - `service-unavailable` 503: our own database is away
 */
export const casProblemCodes = [
  'ticket-refused',
  'cookie-lost',
  'cas-unavailable',
  'not-admitted',
  'account-disabled',
  'service-unavailable',
] as const;
export type CasProblemCode = (typeof casProblemCodes)[number];

/** `reason` is for the log; it never holds a ticket or what the CAS said about a person. */
export class CasProblem extends Error {
  readonly code: CasProblemCode;
  constructor(code: CasProblemCode, reason: string) {
    super(reason);
    this.name = 'CasProblem';
    this.code = code;
  }
}
