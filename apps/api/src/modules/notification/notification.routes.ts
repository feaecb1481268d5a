import { notificationEndpoints } from '@yitang/contract';
import { routes } from '../../platform/endpoint/index.ts';
import { listNotices } from './list-notices.ts';
import { readAllNotices, readNotice } from './read-notices.ts';

export const notificationRoutes = routes(notificationEndpoints, {
  listNotices: ({ query }, call) => listNotices(call, query),
  readNotice: async ({ params }, call) => void (await readNotice(call, params.id)),
  readAllNotices: async (_, call) => void (await readAllNotices(call)),
});
