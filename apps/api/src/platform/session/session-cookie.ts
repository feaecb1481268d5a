import type Koa from 'koa';

const tokenForm = /^[\w-]{43}$/;

/** `__Host-` binds the cookie to this host and to TLS; over plain http browsers refuse such a name. */
export const sessionCookieName = (isSecure: boolean): string => (isSecure ? '__Host-yt_session' : 'yt_session');

const [secureCookie, plainCookie] = [true, false].map(
  (isSecure) => new RegExp(`(?:^|;) *${sessionCookieName(isSecure)}=([^;]*)`),
) as [RegExp, RegExp];

export function readSessionToken(ctx: Koa.Context, isSecure: boolean): string | undefined {
  const token = (isSecure ? secureCookie : plainCookie).exec(ctx.get('cookie'))?.[1];
  return token !== undefined && tokenForm.test(token) ? token : undefined;
}

export const setSessionCookie = (ctx: Koa.Context, token: string, isSecure: boolean): void =>
  write(ctx, isSecure, `${token}; path=/; httponly; samesite=lax`);

export const clearSessionCookie = (ctx: Koa.Context, isSecure: boolean): void =>
  write(ctx, isSecure, '; path=/; expires=Thu, 01 Jan 1970 00:00:00 GMT; httponly; samesite=lax');

// Koa's cookies.set refuses `secure` where TLS ends at the proxy in front.
function write(ctx: Koa.Context, isSecure: boolean, rest: string): void {
  const name = sessionCookieName(isSecure);
  const others = [ctx.response.headers['set-cookie'] ?? []]
    .flat()
    .filter((line) => !String(line).startsWith(`${name}=`));
  ctx.set('set-cookie', [...others.map(String), `${name}=${rest}${isSecure ? '; secure' : ''}`]);
}
