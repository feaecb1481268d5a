import type { CorrectionItem } from '../case/index.ts';
import type { SourceMode } from '../vocabulary/index.ts';

/** What the guide of one version promises, as far as a case can be held against it. */
export interface GuidePromise {
  /** Working days; null: not stated. */
  readonly promisedDays: number | null;
  /** 到办事现场次数; null: not stated. */
  readonly visitsOnSite: number | null;
  /** Steps that it tells of; null: not stated. */
  readonly steps: number | null;
  /** By key: where the guide says each material comes from. null: the guide has no list of materials yet. */
  readonly materials: ReadonlyMap<string, SourceMode> | null;
}

/** A case as the audit sees it: no person, no answers. */
export interface AuditedCase {
  readonly isDecided: boolean;
  /** Working days that the promise took, counted as the clock of the case does; null: not decided, or not computable. */
  readonly usedDays: number | null;
  /** Its promise was lengthened (延长审批). */
  readonly isExtended: boolean;
  /** Decided after its last day; null: not decided, or the day is not known. */
  readonly isLate: boolean | null;
  /** Stages that it went through; null: not known. */
  readonly stages: number | null;
  /** Lists of corrections in the order of their rounds. */
  readonly corrections: readonly (readonly CorrectionItem[])[];
  /** null: not known, which is never 0. */
  readonly trips: number | null;
  /** Somebody came and found nobody there. */
  readonly foundClosed: boolean;
  readonly isOnline: boolean;
  /** Submitted since the matter is said to be online. */
  readonly isSinceOnline: boolean;
}
