import type { RequestHandler } from './$types';

/** At the root, where crawlers look: a sitemap speaks for the addresses below its own. */
export const GET: RequestHandler = async (event) => {
  event.locals.cachePublic = true;
  const answer = await event.fetch('/api/open/sitemap.xml');
  return new Response(await answer.text(), {
    status: answer.status,
    headers: { 'content-type': answer.headers.get('content-type') ?? 'application/xml' },
  });
};
