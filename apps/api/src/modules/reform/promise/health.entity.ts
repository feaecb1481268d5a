import { defineEntity, p } from '@mikro-orm/sql';
import type { HealthReason } from '@yitang/domain/promise';
import type { HealthState, PromiseReason, SourceMode } from '@yitang/domain/vocabulary';

export const runStates = ['running', 'done', 'cancelled', 'failed'] as const;
export type RunState = (typeof runStates)[number];

/** One audit of the promises: of a night, or started by hand. */
const PromiseRunSchema = defineEntity({
  name: 'PromiseRun',
  tableName: 'promise_runs',
  indexes: [{ name: 'promise_runs_state_started', properties: ['state', 'startedAt'] }],
  properties: {
    id: p.string().length(36).primary(),
    state: p.string().$type<RunState>().length(10),
    /** `open` while it runs, so that there is one at a time; null afterwards. */
    openKey: p.string().length(10).nullable().unique(),
    /** The civil day whose twelve months before it looks at. */
    onDay: p.string().length(10),
    startedAt: p.datetime(3),
    /** Sign of life. */
    movedAt: p.datetime(3),
    endedAt: p.datetime(3).nullable(),
    startedBy: p.string().length(120),
    /** Matters audited, of how many. */
    done: p.integer(),
    total: p.integer(),
    cases: p.integer(),
    /** Code of the last matter that is done: whoever goes on begins after it. */
    lastCode: p.string().length(40),
  },
});
export class PromiseRun extends PromiseRunSchema.class {}
PromiseRunSchema.setClass(PromiseRun);

/** What the health was judged by. Days are working days. */
export interface HealthFigures {
  readonly firstDay: string;
  readonly received: number;
  readonly decided: number;
  readonly timed: number;
  readonly corrected: number;
  /** Cases whose promise was lengthened; audits of a time when none could be have no such figure. */
  readonly extended?: number | undefined;
  readonly trips: { readonly known: number; readonly trips: number };
  readonly promisedDays: number | null;
  readonly visitsOnSite: number | null;
  readonly steps: number | null;
  readonly ninthDecile: number | null;
  readonly days: readonly (readonly [days: number, cases: number])[];
  readonly begun: number;
  readonly abandoned: number;
  /** What was asked for in corrections, the most frequent first. */
  readonly items: readonly ItemFigure[];
}

export interface ItemFigure {
  readonly item: string;
  readonly name: string;
  readonly cases: number;
  readonly listed: SourceMode | 'none' | 'answer';
}

/** The health of one matter in one audit; kept. */
const MatterHealthSchema = defineEntity({
  name: 'MatterHealth',
  tableName: 'matter_health',
  uniques: [{ name: 'matter_health_run_matter', properties: ['runId', 'matterId'] }],
  indexes: [
    { name: 'matter_health_run_weight', properties: ['runId', 'weight', 'code'] },
    { name: 'matter_health_matter_day', properties: ['matterId', 'onDay'] },
  ],
  properties: {
    id: p.string().length(36).primary(),
    runId: p.string().length(36),
    matterId: p.string().length(36),
    code: p.string().length(40),
    departmentId: p.string().length(36),
    onDay: p.string().length(10),
    state: p.string().$type<HealthState>().length(10),
    previous: p.string().$type<HealthState>().length(10).nullable(),
    /** Sorts the worst first. */
    weight: p.integer(),
    reasons: p.json<readonly HealthReason[]>(),
    figures: p.json<HealthFigures>(),
  },
});
export class MatterHealth extends MatterHealthSchema.class {}
MatterHealthSchema.setClass(MatterHealth);

/** A case that differs from its guide. Those of the last audit are kept. */
const PromiseFindingSchema = defineEntity({
  name: 'PromiseFinding',
  tableName: 'promise_findings',
  indexes: [{ name: 'promise_findings_place', properties: ['runId', 'matterId', 'reason', 'onDay', 'id'] }],
  properties: {
    id: p.string().length(36).primary(),
    runId: p.string().length(36),
    matterId: p.string().length(36),
    reason: p.string().$type<PromiseReason>().length(20),
    caseId: p.string().length(36),
    caseNumber: p.string().length(40),
    /** Day of acceptance, or of submission where it was not accepted. */
    onDay: p.string().length(10),
    /** What was asked for, or how many days or trips it took. */
    detail: p.string().length(200).nullable(),
  },
});
export class PromiseFinding extends PromiseFindingSchema.class {}
PromiseFindingSchema.setClass(PromiseFinding);
