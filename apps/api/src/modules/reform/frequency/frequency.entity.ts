import type { JointRule } from '@yitang/domain/high-frequency';
import type { Audience } from '@yitang/domain/vocabulary';
import { defineEntity, p } from '@mikro-orm/sql';

/** How the university counts 高频事项; the latest holds, none is changed. */
const FrequencyRuleSchema = defineEntity({
  name: 'FrequencyRule',
  tableName: 'frequency_rules',
  properties: {
    id: p.string().length(36).primary(),
    jointRule: p.string().$type<JointRule>().length(20),
    withInstant: p.boolean(),
    /** Empty: all of them. */
    audiences: p.json<readonly Audience[]>(),
    reason: p.string().length(500),
    setBy: p.string().length(120),
    recordedAt: p.datetime(3),
  },
});
export class FrequencyRule extends FrequencyRuleSchema.class {}
FrequencyRuleSchema.setClass(FrequencyRule);

/** The set of a year as it was filed: a signed document that is never changed. */
const FrozenSetSchema = defineEntity({
  name: 'FrozenSet',
  tableName: 'frozen_sets',
  indexes: [{ name: 'frozen_sets_year', properties: ['year', 'number'] }],
  properties: {
    number: p.integer().primary().autoincrement(false),
    year: p.integer(),
    /** The earlier set of the same year that this one stands for, and why. */
    replaces: p.integer().nullable(),
    reason: p.string().length(500).nullable(),
    firstMonth: p.string().length(7),
    lastMonth: p.string().length(7),
    total: p.integer(),
    setSize: p.integer(),
    matters: p.integer(),
    /** Canonical JSON, to the byte as it was signed. */
    document: p.text().columnType('mediumtext'),
    digest: p.string().length(64),
    keyId: p.string().length(16),
    publicKey: p.string().length(400),
    /** Ed25519 over the bytes of the document, base64. */
    signature: p.string().length(100),
    frozenBy: p.string().length(120),
    frozenAt: p.datetime(3),
  },
});
export class FrozenSet extends FrozenSetSchema.class {}
FrozenSetSchema.setClass(FrozenSet);
