import type { EditionEntry, PowerContent } from '@yitang/domain/power';
import { defineEntity, p } from '@mikro-orm/sql';

/** An edition of the 小微权力清单. What it lists never changes; before its day it can be withdrawn. */
const PowerEditionSchema = defineEntity({
  name: 'PowerEdition',
  tableName: 'power_editions',
  properties: {
    number: p.integer().primary().autoincrement(false),
    title: p.string().length(100),
    effectiveFrom: p.string().length(10),
    publishedAt: p.datetime(3),
    publishedBy: p.string().length(120),
    /** Entries that stand on the list; those that have ended are kept beside them. */
    listed: p.integer(),
    withdrawnAt: p.datetime(3).nullable(),
    withdrawnBy: p.string().length(120).nullable(),
    withdrawnReason: p.string().length(500).nullable(),
  },
});
export class PowerEdition extends PowerEditionSchema.class {}
PowerEditionSchema.setClass(PowerEdition);

const PowerEditionEntrySchema = defineEntity({
  name: 'PowerEditionEntry',
  tableName: 'power_edition_entries',
  properties: {
    edition: p.integer().primary().autoincrement(false),
    code: p.string().length(20).primary(),
    departmentId: p.string().length(36),
    status: p.string().$type<EditionEntry['status']>().length(20),
    content: p.json<PowerContent>(),
    predecessors: p.json<readonly string[]>(),
    successors: p.json<readonly string[]>(),
  },
});
export class PowerEditionEntry extends PowerEditionEntrySchema.class {}
PowerEditionEntrySchema.setClass(PowerEditionEntry);
