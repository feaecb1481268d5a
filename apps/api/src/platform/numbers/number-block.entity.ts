import { defineEntity, p } from '@mikro-orm/sql';

const NumberBlockSchema = defineEntity({
  name: 'NumberBlock',
  tableName: 'number_blocks',
  properties: {
    sequence: p.string().length(80).primary(),
    /** The first number that no instance has leased. */
    nextNumber: p.integer(),
  },
});
export class NumberBlock extends NumberBlockSchema.class {}
NumberBlockSchema.setClass(NumberBlock);
