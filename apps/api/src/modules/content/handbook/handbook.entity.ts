import type { TestQuestion } from '@yitang/domain/training';
import { defineEntity, p } from '@mikro-orm/sql';

/** What staff have to know of a matter (经办手册), with a short test. One for each matter. */
const HandbookSchema = defineEntity({
  name: 'Handbook',
  tableName: 'handbooks',
  properties: {
    matterId: p.string().length(36).primary(),
    body: p.text(),
    passMark: p.integer(),
    questions: p.json<readonly TestQuestion[]>(),
    revision: p.integer(),
    updatedAt: p.datetime(3),
    updatedBy: p.string().length(120),
  },
});
export class Handbook extends HandbookSchema.class {}
HandbookSchema.setClass(Handbook);

/** One attempt of one person at a test; rows are only added. */
const TrainingRecordSchema = defineEntity({
  name: 'TrainingRecord',
  tableName: 'training_records',
  indexes: [{ name: 'training_records_matter_person', properties: ['matterId', 'personId'] }],
  properties: {
    id: p.string().length(36).primary(),
    matterId: p.string().length(36),
    personId: p.string().length(36),
    /** The version of the handbook that was asked about. */
    revision: p.integer(),
    right: p.integer(),
    of: p.integer(),
    isPassed: p.boolean(),
    at: p.datetime(3),
  },
});
export class TrainingRecord extends TrainingRecordSchema.class {}
TrainingRecordSchema.setClass(TrainingRecord);
