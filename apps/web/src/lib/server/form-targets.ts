/**
 * Where forms may lead: here, and to the sign-in server that signing out is redirected to. Chromium holds a redirect
 * after a form to this list as well.
 */
export function formTargets(env: Record<string, string | undefined> = process.env): string {
  const origin = originOf(env['CAS_URL']);
  return origin === undefined ? "'self'" : `'self' ${origin}`;
}

function originOf(address: string | undefined): string | undefined {
  if (address === undefined || !/^https?:\/\//.test(address)) return undefined;
  return new URL(address).origin;
}
