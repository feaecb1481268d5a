type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The part of the content security policy that an operator decides: where forms may lead and who may show our pages in
 * a frame. Forms lead here and to the sign-in server, which signing out is redirected to: Chromium holds a redirect
 * after a form to this list as well.
 * @param mayBeFramed our own pages show this one in a frame
 */
export function operatorPolicy(env: Environment = process.env, mayBeFramed = false): string {
  const targets = ["'self'", ...originsIn(env['CAS_URL'])];
  const frames = [...(mayBeFramed ? ["'self'"] : []), ...originsIn(env['FRAME_ANCESTORS'])];
  return `form-action ${targets.join(' ')}; frame-ancestors ${frames.length === 0 ? "'none'" : frames.join(' ')}`;
}

/** Where the API listens, seen from this process: the same one unless API_ORIGIN says otherwise. */
export function apiOrigin(env: Environment = process.env): string {
  return env['API_ORIGIN'] ?? `http://127.0.0.1:${env['PORT'] ?? '3000'}`;
}

/** Only origins, so that no setting can end the directive that it stands in. */
function originsIn(list: string | undefined): string[] {
  return (list ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => /^https?:\/\//.test(entry) && URL.canParse(entry))
    .map((entry) => new URL(entry).origin);
}
