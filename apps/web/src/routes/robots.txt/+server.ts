import type { RequestHandler } from './$types';

const closed = ['/auth/', '/cas/', '/my/', '/office', '/console', '/reform', '/admin', '/supervision', '/api/'];

export const GET: RequestHandler = (event) => {
  event.locals.cachePublic = true;
  const lines = [
    'User-agent: *',
    'Allow: /api/open/',
    ...closed.map((path) => `Disallow: ${path}`),
    `Sitemap: ${event.url.origin}/sitemap.xml`,
  ];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
