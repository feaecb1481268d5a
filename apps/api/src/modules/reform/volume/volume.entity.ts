import { defineEntity, p } from '@mikro-orm/sql';

/** A system, or an office's own book, that reports how many cases it handled. */
const VolumeSourceSchema = defineEntity({
  name: 'VolumeSource',
  tableName: 'volume_sources',
  properties: {
    code: p.string().length(40).primary(),
    name: p.string().length(80),
    /** The machine client that reports for it; null: people do. */
    clientId: p.string().length(36).nullable(),
    note: p.string().length(300),
    createdBy: p.string().length(120),
    createdAt: p.datetime(3),
  },
});
export class VolumeSource extends VolumeSourceSchema.class {}
VolumeSourceSchema.setClass(VolumeSource);

/**
 * What a source said of a matter in a month. Never changed: a correction is the next entry, with its reason. What holds
 * as of an instant is the last entry until then.
 */
const VolumeEntrySchema = defineEntity({
  name: 'VolumeEntry',
  tableName: 'volume_entries',
  uniques: [{ name: 'volume_entries_turn_unique', properties: ['matterId', 'month', 'source', 'turn'] }],
  indexes: [{ name: 'volume_entries_month', properties: ['month', 'matterId', 'id'] }],
  properties: {
    id: p.string().length(36).primary(),
    matterId: p.string().length(36),
    month: p.string().length(7),
    source: p.string().length(40),
    /** 1 is the report, 2 its first correction; of two corrections at once one fails. */
    turn: p.integer(),
    cases: p.integer(),
    evidence: p.string().length(500),
    /** Why it was corrected. */
    reason: p.string().length(300).nullable(),
    replaces: p.string().length(36).nullable(),
    /** Whose matter it was when it was reported. */
    departmentId: p.string().length(36),
    reportedBy: p.string().length(120),
    recordedAt: p.datetime(3),
  },
});
export class VolumeEntry extends VolumeEntrySchema.class {}
VolumeEntrySchema.setClass(VolumeEntry);

/** Which source counts where several have the same month; the latest holds, none is changed. */
const VolumeChoiceSchema = defineEntity({
  name: 'VolumeChoice',
  tableName: 'volume_choices',
  indexes: [{ name: 'volume_choices_matter', properties: ['matterId', 'month', 'id'] }],
  properties: {
    id: p.string().length(36).primary(),
    matterId: p.string().length(36),
    /** null: every month of the matter that has no choice of its own. */
    month: p.string().length(7).nullable(),
    /** Code of a source, `own` for our counters, or `sum`. */
    take: p.string().length(40),
    reason: p.string().length(500),
    chosenBy: p.string().length(120),
    recordedAt: p.datetime(3),
  },
});
export class VolumeChoice extends VolumeChoiceSchema.class {}
VolumeChoiceSchema.setClass(VolumeChoice);
