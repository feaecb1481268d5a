/** Where the API listens, seen from this process: the same one unless API_ORIGIN says otherwise. */
export function apiOrigin(env: Record<string, string | undefined> = process.env): string {
  return env['API_ORIGIN'] ?? `http://127.0.0.1:${env['PORT'] ?? '3000'}`;
}
