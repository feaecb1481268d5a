import { markSheet } from '#lib/server/mark-sheet.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) =>
  markSheet(event, {
    page: '/reform/volumes/import',
    fileName: '办件量-检查结果.xlsx',
    send: (client, form) => client.markVolumes({ form }),
  });
