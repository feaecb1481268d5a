import type { TargetDefinition } from '@yitang/domain/target';
import type { EnteredRecordKind, ExclusionReason, ExclusionStatus } from '@yitang/domain/vocabulary';
import { defineEntity, p } from '@mikro-orm/sql';

/** One version of a target (目标); never changed. The latest of a key is the one that holds. */
const TargetVersionSchema = defineEntity({
  name: 'TargetVersion',
  tableName: 'target_versions',
  properties: {
    key: p.string().length(40).primary(),
    version: p.integer().primary().autoincrement(false),
    definition: p.json<TargetDefinition>(),
    isRetired: p.boolean(),
    /** Why it was changed; empty for the first. */
    reason: p.string().length(500),
    recordedAt: p.datetime(3),
    recordedBy: p.string().length(120),
  },
});
export class TargetVersion extends TargetVersionSchema.class {}
TargetVersionSchema.setClass(TargetVersion);

/** What was handed in to the office above, with its receipt. Taken back, it stays with the instant of that. */
const TargetRecordSchema = defineEntity({
  name: 'TargetRecord',
  tableName: 'target_records',
  properties: {
    id: p.string().length(36).primary(),
    kind: p.string().$type<EnteredRecordKind>().length(30),
    /** Civil day on the receipt. */
    madeOn: p.string().length(10),
    title: p.string().length(200),
    receipt: p.string().length(200),
    recordedAt: p.datetime(3),
    recordedBy: p.string().length(120),
    withdrawnAt: p.datetime(3).nullable(),
  },
});
export class TargetRecord extends TargetRecordSchema.class {}
TargetRecordSchema.setClass(TargetRecord);

/** 特殊要求 of a matter: asked for by its department, approved for a time by the reform office. */
const MatterExclusionSchema = defineEntity({
  name: 'MatterExclusion',
  tableName: 'matter_exclusions',
  indexes: [{ name: 'matter_exclusions_status', properties: ['status', 'id'] }],
  properties: {
    id: p.string().length(36).primary(),
    code: p.string().length(40),
    /** The code while it is asked for or approved, so that a matter has one at a time; null afterwards. */
    openKey: p.string().length(40).nullable().unique(),
    departmentId: p.string().length(36),
    reason: p.string().$type<ExclusionReason>().length(40),
    evidence: p.string().length(1_000),
    status: p.string().$type<ExclusionStatus>().length(20),
    requestedBy: p.string().length(80),
    requestedByName: p.string().length(120),
    requestedAt: p.datetime(3),
    approver: p.string().length(120).nullable(),
    /** First day on which it holds. */
    fromDay: p.string().length(10).nullable(),
    reviewOn: p.string().length(10),
    endedOn: p.string().length(10).nullable(),
    note: p.string().length(500),
    /** Raised by every step. */
    revision: p.integer(),
    updatedAt: p.datetime(3),
  },
});
export class MatterExclusion extends MatterExclusionSchema.class {}
MatterExclusionSchema.setClass(MatterExclusion);
