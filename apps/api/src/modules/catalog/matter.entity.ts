import { defineEntity, p } from '@mikro-orm/sql';

/** A matter (校务服务事项): its permanent identity. All that can change is in its versions. */
const MatterSchema = defineEntity({
  name: 'Matter',
  tableName: 'matters',
  properties: {
    id: p.string().length(36).primary(),
    code: p.string().length(40).unique(),
    createdAt: p.datetime(3),
    /** First day on which it is no longer offered (取消); its guide stays readable. */
    retiredOn: p.string().length(10).nullable(),
    retiredBatchId: p.string().length(36).nullable(),
    /** The matter that took over, and with it what is counted of this one. */
    successorCode: p.string().length(40).nullable(),
  },
});
export class Matter extends MatterSchema.class {}
MatterSchema.setClass(Matter);

/** Immutable once published; in force from `effectiveFrom` until the next version's first day. */
const MatterVersionSchema = defineEntity({
  name: 'MatterVersion',
  tableName: 'matter_versions',
  uniques: [{ name: 'matter_versions_matter_version_unique', properties: ['matterId', 'version'] }],
  indexes: [{ name: 'matter_versions_effective_index', properties: ['effectiveFrom'] }],
  properties: {
    id: p.string().length(36).primary(),
    matterId: p.string().length(36),
    version: p.integer(),
    batchId: p.string().length(36),
    effectiveFrom: p.string().length(10),
    /** First day on which it is no longer in force; null: until superseded. */
    effectiveUntil: p.string().length(10).nullable(),
    departmentId: p.string().length(36),
    name: p.string().length(200),
    /** MatterSummary without code, name and department. */
    summary: p.json().$type<unknown>(),
    guide: p.json().$type<unknown>(),
    preconditions: p.json().$type<unknown>(),
    formVersionId: p.string().length(36).nullable(),
    routeVersionId: p.string().length(36).nullable(),
    layoutVersionId: p.string().length(36).nullable(),
  },
});
export class MatterVersion extends MatterVersionSchema.class {}
MatterVersionSchema.setClass(MatterVersion);
