import type { CertificateLayout } from '../certificate/index.ts';
import type { FormDefinition } from '../form/index.ts';
import type { RouteDefinition } from '../route/index.ts';
import type { Guide, MatterSummary, Precondition } from './guide.ts';

/** All that a version of a matter holds: what a draft edits and a batch publishes. */
export interface MatterContent {
  readonly summary: MatterSummary;
  readonly guide: Guide;
  readonly preconditions: readonly Precondition[];
  /** null: no online application. */
  readonly form: FormDefinition | null;
  /** null with no form; no stages: decided at once by rule. */
  readonly route: RouteDefinition | null;
  /** null: the result is no certificate of ours. */
  readonly layout: CertificateLayout | null;
}

/** Where the editing of a new matter begins. */
export function emptyContent(named: Pick<MatterSummary, 'code' | 'name' | 'departmentId'>): MatterContent {
  return {
    summary: { ...named, category: '', audiences: [], lifeEvents: [], channels: [], keywords: [] },
    guide: {
      isComplete: false,
      isSample: false,
      summary: { zh: '' },
      projectType: 'promised',
      visitsOnSite: null,
      visitReason: null,
      promisedDays: null,
      statutoryDays: null,
      onlineDepth: null,
      isOnline: false,
      conditions: [],
      basis: [],
      materials: [],
      steps: [],
      fees: [],
      result: null,
      resultDelivery: [],
      places: [],
      consultPhone: null,
      complaintPhone: null,
      remedy: null,
      faqs: [],
    },
    preconditions: [],
    form: null,
    route: null,
    layout: null,
  };
}
