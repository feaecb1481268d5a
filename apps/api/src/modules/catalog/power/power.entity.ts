import type { PowerContent, PowerStep } from '@yitang/domain/power';
import type { CombingAction, PowerStatus } from '@yitang/domain/vocabulary';
import { defineEntity, p } from '@mikro-orm/sql';

/** A power (小微权力) as it is filed and combed. Rows are never deleted, so that no code is used twice. */
const PowerSchema = defineEntity({
  name: 'Power',
  tableName: 'powers',
  indexes: [
    { name: 'powers_department', properties: ['departmentId', 'code'] },
    { name: 'powers_status', properties: ['status', 'code'] },
  ],
  properties: {
    id: p.string().length(36).primary(),
    code: p.string().length(20).unique(),
    departmentId: p.string().length(36),
    name: p.string().length(200),
    status: p.string().$type<PowerStatus>().length(20),
    content: p.json<PowerContent>(),
    /** The decision that made it what it is; null once a department has changed it. */
    decisionId: p.string().length(36).nullable(),
    /** Number of the first edition that shows it. */
    listedIn: p.integer().nullable(),
    revision: p.integer(),
    createdAt: p.datetime(3),
    updatedAt: p.datetime(3),
    updatedBy: p.string().length(120),
  },
});
export class Power extends PowerSchema.class {}
PowerSchema.setClass(Power);

/** The last number that was given to an entry, by the department's part of the code. */
const PowerCounterSchema = defineEntity({
  name: 'PowerCounter',
  tableName: 'power_counters',
  properties: {
    part: p.string().length(3).primary(),
    lastNumber: p.integer(),
  },
});
export class PowerCounter extends PowerCounterSchema.class {}
PowerCounterSchema.setClass(PowerCounter);

/** One entry went into another: read from either end. */
const PowerLinkSchema = defineEntity({
  name: 'PowerLink',
  tableName: 'power_links',
  indexes: [{ name: 'power_links_to', properties: ['toCode'] }],
  properties: {
    fromCode: p.string().length(20).primary(),
    toCode: p.string().length(20).primary(),
    decisionId: p.string().length(36),
  },
});
export class PowerLink extends PowerLinkSchema.class {}
PowerLinkSchema.setClass(PowerLink);

/** What the reform office decided about entries (梳理), and what they were before. */
const PowerDecisionSchema = defineEntity({
  name: 'PowerDecision',
  tableName: 'power_decisions',
  indexes: [{ name: 'power_decisions_at', properties: ['at', 'id'] }],
  properties: {
    id: p.string().length(36).primary(),
    action: p.string().$type<CombingAction>().length(20),
    reason: p.string().length(500),
    /** Title and number of the documents that it rests on. */
    documents: p.string().length(500).nullable(),
    steps: p.json<readonly PowerStep[]>(),
    made: p.json<readonly string[]>(),
    at: p.datetime(3),
    byName: p.string().length(120),
    byPerson: p.string().length(80),
    undoneAt: p.datetime(3).nullable(),
    /** Number of the edition that made it public; from then on it stands. */
    edition: p.integer().nullable(),
  },
});
export class PowerDecision extends PowerDecisionSchema.class {}
PowerDecisionSchema.setClass(PowerDecision);
