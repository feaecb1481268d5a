import { defineEntity, p } from '@mikro-orm/sql';

/** Until when those who hold posts have been told what came to their inboxes. One row. */
const InboxRoundSchema = defineEntity({
  name: 'InboxRound',
  tableName: 'inbox_rounds',
  properties: {
    id: p.string().length(10).primary(),
    toldUntil: p.datetime(3),
  },
});
export class InboxRound extends InboxRoundSchema.class {}
InboxRoundSchema.setClass(InboxRound);
