import type { FilingStatus, RoundStatus } from '@yitang/domain/vocabulary';
import { defineEntity, p } from '@mikro-orm/sql';

/** A round in which departments file their entries (梳理申报). */
const PowerRoundSchema = defineEntity({
  name: 'PowerRound',
  tableName: 'power_rounds',
  properties: {
    id: p.string().length(36).primary(),
    title: p.string().length(100),
    opensOn: p.string().length(10),
    dueOn: p.string().length(10),
    status: p.string().$type<RoundStatus>().length(10),
    createdAt: p.datetime(3),
    createdBy: p.string().length(120),
  },
});
export class PowerRound extends PowerRoundSchema.class {}
PowerRoundSchema.setClass(PowerRound);

/** What one department owes in a round. */
const PowerFilingSchema = defineEntity({
  name: 'PowerFiling',
  tableName: 'power_filings',
  uniques: [{ name: 'power_filings_round_department', properties: ['roundId', 'departmentId'] }],
  properties: {
    id: p.string().length(36).primary(),
    roundId: p.string().length(36),
    departmentId: p.string().length(36),
    /** The department while the round is open, so that it is in one round at a time; null afterwards. */
    openKey: p.string().length(36).nullable().unique(),
    status: p.string().$type<FilingStatus>().length(10),
    /** Civil day. Whether it was late is read from it. */
    firstFiledOn: p.string().length(10).nullable(),
    /** Why it was returned; of a filing without entries, that there are none. */
    note: p.string().length(500).nullable(),
    revision: p.integer(),
    updatedAt: p.datetime(3),
  },
});
export class PowerFiling extends PowerFilingSchema.class {}
PowerFilingSchema.setClass(PowerFiling);
