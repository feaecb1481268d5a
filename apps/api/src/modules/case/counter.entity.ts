import { defineEntity, p } from '@mikro-orm/sql';

/** How many cases of a matter were submitted, accepted, approved … in a month of the university's zone. */
const CaseCounterSchema = defineEntity({
  name: 'CaseCounter',
  tableName: 'case_counters',
  indexes: [{ name: 'case_counters_measure_month', properties: ['measure', 'month'] }],
  properties: {
    matterId: p.string().length(36).primary(),
    month: p.string().length(7).primary(),
    measure: p.string().length(24).primary(),
    /** Of what was recorded after the month, the day on which it was; '' of all that was recorded within it. */
    recordedOn: p.string().length(10).default('').primary(),
    value: p.integer(),
  },
});
export class CaseCounter extends CaseCounterSchema.class {}
CaseCounterSchema.setClass(CaseCounter);

/** One row, raised by every change of what counts as 办件量. */
const VolumeRevisionSchema = defineEntity({
  name: 'VolumeRevision',
  tableName: 'volume_revisions',
  properties: {
    id: p.integer().primary().autoincrement(false),
    revision: p.integer(),
  },
});
export class VolumeRevision extends VolumeRevisionSchema.class {}
VolumeRevisionSchema.setClass(VolumeRevision);
