export type { NoticeFacts, NoticeKind } from './notice-words.ts';
export { notificationModule } from './notification.module.ts';
export type { NoticeOrder } from './send-notice.ts';
