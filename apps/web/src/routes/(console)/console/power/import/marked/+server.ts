import { markSheet } from '#lib/server/mark-sheet.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) =>
  markSheet(event, {
    page: '/console/power/import',
    fileName: '小微权力-检查结果.xlsx',
    send: (client, form) => client.markPowerEntries({ form }),
  });
