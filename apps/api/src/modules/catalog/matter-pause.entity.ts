import { defineEntity, p } from '@mikro-orm/sql';

/** While it lasts a matter is still findable, but not open for applications. Ended, it stays: earlier days are asked for. */
const MatterPauseSchema = defineEntity({
  name: 'MatterPauseRow',
  tableName: 'matter_pauses',
  indexes: [{ name: 'matter_pauses_matter', properties: ['matterId', 'startedOn'] }],
  properties: {
    id: p.string().length(36).primary(),
    matterId: p.string().length(36),
    /** Civil days, as in the domain's `MatterPause`; the instants stand in the audit entries. */
    startedOn: p.string().length(10),
    endedOn: p.string().length(10).nullable(),
    expectedUntil: p.string().length(10).nullable(),
    reason: p.string().length(300),
    startedBy: p.string().length(80),
    endedBy: p.string().length(80).nullable(),
  },
});
export class MatterPauseRow extends MatterPauseSchema.class {}
MatterPauseSchema.setClass(MatterPauseRow);
