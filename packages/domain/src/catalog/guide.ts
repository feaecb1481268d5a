import type {
  AssuranceLevel,
  Audience,
  Channel,
  LifeEvent,
  LocalText,
  Necessity,
  OnlineDepth,
  ProjectType,
  ResultDelivery,
  SourceMode,
  AffiliationKind,
} from '../vocabulary/index.ts';
import type { Condition } from '../form/index.ts';

/** Fields of a matter that a list, a card or a search needs. */
export interface MatterSummary {
  readonly code: string;
  readonly name: string;
  readonly departmentId: string;
  readonly category: string;
  readonly audiences: readonly Audience[];
  readonly lifeEvents: readonly LifeEvent[];
  readonly channels: readonly Channel[];
  readonly keywords: readonly string[];
}

/**
 * The guide (办事指南) of a matter version, after the field table of GB/T 39046-2020. What is not combed yet is absent
 * (`null`), never guessed: `isComplete` says that a full guide was written.
 */
export interface Guide {
  readonly isComplete: boolean;
  /** Content invented for the demo is marked 示例 wherever it is shown. */
  readonly isSample: boolean;
  readonly summary: LocalText;
  readonly projectType: ProjectType;
  /** 到办事现场次数, by submission, acceptance and collection. null: not stated. */
  readonly visitsOnSite: number | null;
  readonly visitReason: LocalText | null;
  /** Working days; 0 is on the spot. */
  readonly promisedDays: number | null;
  readonly statutoryDays: number | null;
  readonly onlineDepth: OnlineDepth | null;
  readonly isOnline: boolean;
  readonly conditions: readonly LocalText[];
  readonly basis: readonly {
    readonly title: string;
    readonly docNo?: string | undefined;
    readonly article?: string | undefined;
  }[];
  readonly materials: readonly MaterialRequirement[];
  readonly steps: readonly { readonly name: LocalText; readonly by: LocalText; readonly days: number | null }[];
  readonly fees: readonly { readonly name: LocalText; readonly amountFen: number; readonly basis: string }[];
  readonly result: { readonly name: LocalText; readonly kind: 'licence' | 'document' | 'other' | 'none' } | null;
  readonly resultDelivery: readonly ResultDelivery[];
  readonly places: readonly { readonly name: LocalText; readonly address: LocalText; readonly hours: LocalText }[];
  readonly consultPhone: string | null;
  readonly complaintPhone: string | null;
  readonly remedy: LocalText | null;
  readonly faqs: readonly { readonly question: LocalText; readonly answer: LocalText }[];
}

export const uploadTypes = ['pdf', 'jpg', 'png'] as const;
export type UploadType = (typeof uploadTypes)[number];

/** What the guide asks for (材料). The applicant uploads only where `sourceMode` is `applicant`. */
export interface MaterialRequirement {
  readonly key: string;
  readonly name: LocalText;
  readonly sourceMode: SourceMode;
  readonly necessity: Necessity;
  /** The system that the university already has it in, where it is shared. */
  readonly sharedFrom?: LocalText | undefined;
  readonly form: 'electronic' | 'paper' | 'either';
  readonly originals: number;
  readonly copies: number;
  readonly why: LocalText;
  readonly basis?: string | undefined;
  readonly accepts: readonly UploadType[];
  readonly maxBytes: number;
  readonly maxFiles: number;
  readonly showWhen?: Condition | undefined;
}

/** A precondition (前置条件) that is looked up before the first question is asked. */
export interface Precondition {
  readonly key: string;
  readonly label: LocalText;
  readonly rule: PreconditionRule;
  /** What the applicant can do when it is not met. */
  readonly remedy?: LocalText | undefined;
}

export type PreconditionRule =
  | { readonly kind: 'affiliation'; readonly oneOf: readonly AffiliationKind[] }
  | { readonly kind: 'student-status'; readonly oneOf: readonly StudentStatus[] }
  | { readonly kind: 'assurance'; readonly atLeast: AssuranceLevel }
  | { readonly kind: 'no-arrears' }
  | { readonly kind: 'no-open-case' }
  | { readonly kind: 'invited' }
  | { readonly kind: 'window'; readonly ranges: readonly { readonly from: string; readonly until: string }[] };

export const studentStatuses = ['registered', 'suspended', 'graduated', 'withdrawn'] as const;
export type StudentStatus = (typeof studentStatuses)[number];
