import type { FieldPath, MatterContent } from '@yitang/domain/catalog';
import type { DraftAction, DraftOperation, DraftStatus } from '@yitang/domain/vocabulary';
import { defineEntity, p } from '@mikro-orm/sql';

/** Who changed a field last, and in which revision of the draft. */
export interface FieldMark {
  readonly revision: number;
  readonly by: string;
}
export type FieldMarks = Readonly<Partial<Record<FieldPath, FieldMark>>>;

/** A change of one matter in the making: edited, checked, and published with a batch. */
const MatterDraftSchema = defineEntity({
  name: 'MatterDraft',
  tableName: 'matter_drafts',
  indexes: [
    { name: 'matter_drafts_changed', properties: ['updatedAt', 'id'] },
    { name: 'matter_drafts_batch', properties: ['batchId'] },
  ],
  properties: {
    id: p.string().length(36).primary(),
    code: p.string().length(40),
    /** The code while the draft is somebody's work, so that a matter has one draft at a time; null afterwards. */
    openKey: p.string().length(40).nullable().unique(),
    operation: p.string().$type<DraftOperation>().length(10),
    departmentId: p.string().length(36),
    name: p.string().length(200),
    status: p.string().$type<DraftStatus>().length(20),
    baseVersion: p.integer().nullable(),
    successorCode: p.string().length(40).nullable(),
    content: p.json<MatterContent>(),
    marks: p.json<FieldMarks>(),
    completeness: p.integer(),
    /** Raised by every save and every step. */
    revision: p.integer(),
    batchId: p.string().length(36).nullable(),
    createdAt: p.datetime(3),
    updatedAt: p.datetime(3),
    updatedBy: p.string().length(120),
  },
});
export class MatterDraft extends MatterDraftSchema.class {}
MatterDraftSchema.setClass(MatterDraft);

/** One step of a draft through its checks; never changed. */
const MatterDraftStepSchema = defineEntity({
  name: 'MatterDraftStep',
  tableName: 'matter_draft_steps',
  indexes: [{ name: 'matter_draft_steps_draft', properties: ['draftId', 'at'] }],
  properties: {
    id: p.string().length(36).primary(),
    draftId: p.string().length(36),
    action: p.string().$type<DraftAction>().length(20),
    toStatus: p.string().$type<DraftStatus>().length(20),
    note: p.string().length(500).nullable(),
    at: p.datetime(3),
    byPerson: p.string().length(80),
    byName: p.string().length(120),
  },
});
export class MatterDraftStep extends MatterDraftStepSchema.class {}
MatterDraftStepSchema.setClass(MatterDraftStep);
