import { z } from 'zod';
import { Id, Instant, PageQuery, page } from './common.ts';
import { endpoint, noContent } from './endpoint.ts';

export const Notice = z
  .object({
    id: Id,
    kind: z.string(),
    title: z.string(),
    text: z.string(),
    path: z.string(),
    at: Instant,
    isRead: z.boolean(),
  })
  .meta({ id: 'Notice' });

export const notificationEndpoints = {
  listNotices: endpoint({
    method: 'get',
    path: '/api/notices',
    summary: 'Own notices, newest first',
    access: 'signed-in',
    query: PageQuery,
    output: page(Notice),
  }),
  readNotice: endpoint({
    method: 'post',
    path: '/api/notices/{id}/read',
    summary: 'Mark a notice as read',
    access: 'signed-in',
    params: z.strictObject({ id: Id }),
    status: 204,
    output: noContent,
  }),
  readAllNotices: endpoint({
    method: 'post',
    path: '/api/notices/read-all',
    summary: 'Mark all notices as read',
    access: 'signed-in',
    status: 204,
    output: noContent,
  }),
};
