import type { PowerList } from '../power/power-list.ts';
import type { OpenDay } from './open-day.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
/** XML has no way to write what is left out here. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll(/[&<>"']/g, (mark) => entities[mark] ?? mark);

const batchesInFeed = 50;

/** The latest batches as an Atom feed (RFC 4287). */
export function batchFeed({ origin, university, batches }: OpenDay): string {
  const updated = batches[0]?.publishedAt.toISOString() ?? '1970-01-01T00:00:00.000Z';
  const entries = batches.slice(0, batchesInFeed).map(({ number, title, note, publishedAt, changes }) => {
    const address = `${origin}/openness/${number}`;
    const counted = `新增 ${changes.add} 项，调整 ${changes.change} 项，取消 ${changes.retire} 项。`;
    return [
      '  <entry>',
      `    <id>${escaped(address)}</id>`,
      `    <title>${escaped(`第 ${number} 批：${title}`)}</title>`,
      `    <link href="${escaped(address)}"/>`,
      `    <updated>${publishedAt.toISOString()}</updated>`,
      `    <summary>${escaped(note === null ? counted : `${counted}${note}`)}</summary>`,
      '  </entry>',
    ].join('\n');
  });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
    `  <id>${escaped(`${origin}/openness`)}</id>`,
    `  <title>${escaped(`${university} 校务公开`)}</title>`,
    `  <link href="${escaped(`${origin}/openness`)}"/>`,
    `  <link rel="self" href="${escaped(`${origin}/api/open/batches.atom`)}"/>`,
    `  <author><name>${escaped(university)}</name></author>`,
    `  <updated>${updated}</updated>`,
    ...entries,
    '</feed>',
    '',
  ].join('\n');
}

/** One sitemap takes no more. */
const mostAddresses = 50_000;

/** Where the public pages are found that a sitemap names. */
interface MappedSite extends Pick<OpenDay, 'origin' | 'matters' | 'batches' | 'addressOf'> {
  readonly snapshot: { readonly powers: Pick<PowerList, 'current'> };
}

/** Addresses of the public pages, with the day on which each guide last changed, and each entry of the list of powers came. */
export function sitemap({ origin, matters, batches, addressOf, snapshot }: MappedSite): string {
  const pages = [
    '/',
    '/matters',
    '/catalog',
    '/powers',
    '/openness',
    '/results',
    '/progress',
    '/open-data',
    '/verify',
  ].map((path) => ({
    address: origin + path,
    changed: undefined,
  }));
  const guides = matters.map((matter) => ({ address: addressOf(matter), changed: matter.effectiveFrom }));
  const news = batches.map(({ number, effectiveFrom }) => ({
    address: `${origin}/openness/${number}`,
    changed: effectiveFrom,
  }));
  const { current } = snapshot.powers;
  const powers = (current?.listed ?? []).map(({ code }) => ({
    address: `${origin}/powers/${encodeURIComponent(code)}`,
    changed: current?.facts.effectiveFrom,
  }));
  const lines = [...pages, ...guides, ...powers, ...news].slice(0, mostAddresses).map(({ address, changed }) => {
    const lastChange = changed === undefined ? '' : `<lastmod>${changed}</lastmod>`;
    return `  <url><loc>${escaped(address)}</loc>${lastChange}</url>`;
  });
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...lines,
    '</urlset>',
    '',
  ].join('\n');
}
