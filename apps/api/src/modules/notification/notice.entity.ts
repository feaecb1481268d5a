import { defineEntity, p } from '@mikro-orm/sql';
import type { NoticeFacts } from './notice-words.ts';

/** Something that a person is told in the site, and by mail where they have an address. Words are made when it is read. */
const NoticeSchema = defineEntity({
  name: 'Notice',
  tableName: 'notices',
  uniques: [{ name: 'notices_dedupe_key', properties: ['dedupeKey'] }],
  indexes: [
    { name: 'notices_person', properties: ['personId', 'id'] },
    { name: 'notices_unread', properties: ['personId', 'readAt'] },
  ],
  properties: {
    id: p.string().length(36).primary(),
    personId: p.string().length(36),
    kind: p.string().length(40),
    facts: p.json<NoticeFacts>(),
    path: p.string().length(200),
    /** Hash of whom, what, where and which ten minutes: of two that come at once one is kept. */
    dedupeKey: p.string().length(64),
    at: p.datetime(3),
    readAt: p.datetime(3).nullable(),
    mailedAt: p.datetime(3).nullable(),
  },
});
export class Notice extends NoticeSchema.class {}
NoticeSchema.setClass(Notice);
