import { exchangeTables, openDataEndpoints } from '@yitang/contract';
import { FileAnswer, routes } from '../../../platform/endpoint/index.ts';
import { writeCsv, writeXlsx } from '../../../platform/table-file/index.ts';
import { exchangeTable } from './exchange-tables.ts';
import { catalogJsonLd } from './json-ld.ts';
import { openCatalogSchema, presentOpenCatalog } from './open-catalog.ts';
import { openDay, rowHistoriesOf } from './open-day.ts';
import { openNotes, openTable } from './open-table.ts';
import { batchFeed, sitemap } from './xml-files.ts';

/** A file that is shown where a browser can, and saved under its name where it can not. */
function file(declared: { readonly file: string }, fileName: string, content: string | Buffer): FileAnswer {
  return new FileAnswer({
    content: typeof content === 'string' ? Buffer.from(content) : content,
    mediaType: declared.file,
    fileName,
    disposition: /xml|json/.test(declared.file) ? 'inline' : 'attachment',
  });
}

/** What everybody may take along: that of today from memory, that of an earlier day from the database. */
export const openDataRoutes = routes(openDataEndpoints, {
  getOpenCatalog: async ({ query }, call) => presentOpenCatalog(await openDay(call, query)),
  getOpenCatalogSchema: async (_input, call) => openCatalogSchema((await openDay(call, {})).origin),
  getOpenCatalogCsv: async ({ query }, call) => {
    const day = await openDay(call, query);
    return file(openDataEndpoints.getOpenCatalogCsv, `校务服务事项目录_${day.on}.csv`, writeCsv(openTable(day)));
  },
  getOpenCatalogXlsx: async ({ query }, call) => {
    const day = await openDay(call, query);
    return file(
      openDataEndpoints.getOpenCatalogXlsx,
      `校务服务事项目录_${day.on}.xlsx`,
      await writeXlsx([openTable(day), openNotes(day)]),
    );
  },
  getOpenCatalogJsonld: async ({ query }, call) => {
    const day = await openDay(call, query);
    return file(openDataEndpoints.getOpenCatalogJsonld, `catalog_${day.on}.jsonld`, JSON.stringify(catalogJsonLd(day)));
  },
  getExchangeXlsx: async ({ query }, call) => {
    const day = await openDay(call, query);
    const histories = await rowHistoriesOf(call, day);
    const tables = exchangeTables.map((table) => exchangeTable(day, histories, table));
    return file(openDataEndpoints.getExchangeXlsx, `交换表_${day.on}.xlsx`, await writeXlsx(tables));
  },
  getExchangeCsv: async ({ params, query }, call) => {
    const day = await openDay(call, query);
    const table = exchangeTable(day, await rowHistoriesOf(call, day), params.table);
    return file(openDataEndpoints.getExchangeCsv, `${table.name}_${day.on}.csv`, writeCsv(table));
  },
  getBatchFeed: async (_input, call) =>
    file(openDataEndpoints.getBatchFeed, 'batches.atom', batchFeed(await openDay(call, {}))),
  getSitemap: async (_input, call) =>
    file(openDataEndpoints.getSitemap, 'sitemap.xml', sitemap(await openDay(call, {}))),
});
