import { createClient, endpoints, type Ask, type Output } from '@yitang/contract';

export type SiteData = Output<typeof endpoints.getSite>;

const keptMs = 30_000;
let kept: { readonly site: SiteData; readonly until: number } | undefined;

/** Shown while the API does not answer: a page without the university's name is better than none. */
const fallback: SiteData = {
  university: '',
  origin: '',
  isDemo: false,
  helpPhone: '',
  version: '',
  timeZone: 'Asia/Shanghai',
  campuses: [],
};

/** The site's own data is the same for everyone and on every page: asked again only after half a minute. */
export async function getSite(ask: Ask): Promise<SiteData> {
  const now = Date.now();
  if (kept !== undefined && now < kept.until) return kept.site;
  try {
    const site = await createClient(endpoints, ask).getSite();
    kept = { site, until: now + keptMs };
    return site;
  } catch {
    return kept?.site ?? fallback;
  }
}
