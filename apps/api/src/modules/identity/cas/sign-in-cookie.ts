import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { cleanReturnPath } from './return-path.ts';

/** What a browser carries while its owner is at the CAS: signed, HttpOnly, SameSite=Lax, good for ten minutes. */
export interface PendingSignIn {
  /** Part of the service URL, so that a ticket which another browser got is refused by the CAS itself. */
  readonly nonce: string;
  readonly startedAt: Date;
  readonly returnPath: string;
}

export const pendingLifeMs = 10 * 60_000;

/** `__Host-` binds the cookie to this host and to TLS; over plain http browsers refuse such a name. */
export const pendingCookieName = (isSecure: boolean): string => (isSecure ? '__Host-yt_sign_in' : 'yt_sign_in');

export const newNonce = (): string => randomBytes(24).toString('base64url');

export function sealPending({ nonce, startedAt, returnPath }: PendingSignIn, keys: readonly string[]): string {
  const payload = `${nonce}.${startedAt.getTime()}.${Buffer.from(returnPath).toString('base64url')}`;
  return `${payload}.${sign(payload, keys[0] ?? '')}`;
}

/** Undefined for a cookie that is absent, forged, older than ten minutes or from the future. */
export function openPending(value: string | undefined, keys: readonly string[], now: Date): PendingSignIn | undefined {
  const parts = /^(([\w-]{32})\.(\d{1,15})\.([\w-]*))\.([\w-]{43})$/.exec(value ?? '');
  if (parts === null) return undefined;
  const [, payload = '', nonce = '', at = '', path = '', signature = ''] = parts;
  if (!keys.some((key) => timingSafeEqual(Buffer.from(sign(payload, key)), Buffer.from(signature)))) return undefined;
  const age = now.getTime() - Number(at);
  if (age < -5_000 || age >= pendingLifeMs) return undefined;
  return {
    nonce,
    startedAt: new Date(Number(at)),
    returnPath: cleanReturnPath(Buffer.from(path, 'base64url').toString('utf8')),
  };
}

const sign = (payload: string, key: string): string =>
  createHmac('sha256', key).update(`sign-in\n${payload}`).digest('base64url');
