import { defineEntity, p } from '@mikro-orm/sql';

const RateCountSchema = defineEntity({
  name: 'RateCount',
  tableName: 'rate_counts',
  indexes: [{ name: 'rate_counts_window', properties: ['windowStart'] }],
  properties: {
    /** Action and, hashed, who. */
    id: p.string().length(120).primary(),
    windowStart: p.datetime(3),
    count: p.integer(),
  },
});
export class RateCount extends RateCountSchema.class {}
RateCountSchema.setClass(RateCount);
