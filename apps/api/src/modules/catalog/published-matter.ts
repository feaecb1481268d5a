import type {
  CertificateLayout,
  FormDefinition,
  Guide,
  MatterSummary,
  Precondition,
  RouteDefinition,
} from '@yitang/domain';

export interface Versioned<T> {
  readonly versionId: string;
  readonly definition: T;
}

/** A matter as published: one version with the definitions it uses. Shared by all requests, so never written to. */
export interface PublishedMatter {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly departmentId: string;
  readonly versionId: string;
  readonly version: number;
  /** The batch that published this version. */
  readonly batchId: string;
  readonly effectiveFrom: string;
  readonly summary: MatterSummary;
  readonly guide: Guide;
  readonly preconditions: readonly Precondition[];
  /** null: no online application. */
  readonly form: Versioned<FormDefinition> | null;
  readonly route: Versioned<RouteDefinition> | null;
  /** null: the result is no certificate of ours. */
  readonly layout: Versioned<CertificateLayout> | null;
  /** On the day that the catalog is of; of a version that is asked for without a day: null. */
  readonly paused: { readonly reason: string; readonly until: string | null } | null;
}

/** Can an application be handed in on the net right now? */
export function isOpenOnline(matter: PublishedMatter): boolean {
  return matter.guide.isOnline && matter.form !== null && matter.route !== null && matter.paused === null;
}

/** Decided by rule at once, by nobody's hand. */
export function isInstant(matter: PublishedMatter): boolean {
  return matter.route !== null && matter.route.definition.stages.length === 0;
}
