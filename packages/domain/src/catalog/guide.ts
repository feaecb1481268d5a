import type {
  AssuranceLevel,
  Audience,
  AudienceGroup,
  BodyNature,
  Channel,
  CivilDate,
  ExclusionReason,
  HandleArea,
  LifeEvent,
  LimitUnit,
  LocalText,
  MaterialSource,
  Necessity,
  OnlineDepth,
  PostedPart,
  PowerSource,
  ProjectType,
  ResultDelivery,
  ResultKind,
  ReviewType,
  SourceMode,
  SpecialProcedureKind,
  TaskType,
  UseLevel,
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
 * (`null`, or left out), never guessed: `isComplete` says that a full guide was written.
 */
export interface Guide extends GuideStanding, GuideService {
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
  /** In working days, where `statutoryUnit` does not say otherwise. */
  readonly statutoryDays: number | null;
  readonly onlineDepth: OnlineDepth | null;
  readonly isOnline: boolean;
  readonly conditions: readonly LocalText[];
  readonly basis: readonly Basis[];
  readonly materials: readonly MaterialRequirement[];
  /** 办理流程 online; where there is no other, the only one. */
  readonly steps: readonly GuideStep[];
  readonly fees: readonly Fee[];
  readonly result: MatterResult | null;
  readonly resultDelivery: readonly ResultDelivery[];
  readonly places: readonly GuidePlace[];
  readonly consultPhone: string | null;
  readonly complaintPhone: string | null;
  readonly remedy: LocalText | null;
  readonly faqs: readonly { readonly question: LocalText; readonly answer: LocalText }[];
}

/** What the matter is and whose it is. */
export interface GuideStanding {
  /** 基本编码, 实施编码 and 业务办理项编码: national ones beside ours, of any length. */
  readonly nationalCodes?: NationalCodes | undefined;
  /** Of the audiences only these; absent: all of them. */
  readonly audienceGroups?: readonly AudienceGroup[] | undefined;
  readonly taskType?: TaskType | undefined;
  readonly powerSource?: PowerSource | undefined;
  /** Codes of the 小微权力 entries that it exercises. */
  readonly powerCodes?: readonly string[] | undefined;
  readonly useLevel?: UseLevel | undefined;
  /** 权限划分 and 行使内容: who decides what, school or college. */
  readonly authorityDivision?: LocalText | undefined;
  readonly exerciseContent?: LocalText | undefined;
  /** 统一社会信用代码 of the body, and what kind of body it is. */
  readonly bodyCode?: string | undefined;
  readonly bodyNature?: BodyNature | undefined;
  /** 承办机构: name of the 科室. */
  readonly handlingOffice?: string | undefined;
  /** Ids of the departments that decide with it (联办). */
  readonly jointDepartmentIds?: readonly string[] | undefined;
  /** Of a 一件事: codes of the matters that it settles in one go. */
  readonly componentCodes?: readonly string[] | undefined;
  readonly entrustedBy?: string | undefined;
  readonly reviewType?: ReviewType | undefined;
  readonly quota?: LocalText | undefined;
  readonly intermediary?: LocalText | undefined;
  readonly ownerA?: Owner | undefined;
  readonly ownerB?: Owner | undefined;
  readonly runSystem?: string | undefined;
  /** 单点登录: where that system takes over somebody who is signed in here. */
  readonly ssoUrl?: string | undefined;
  /** 特殊要求: an approval, not a calculation. */
  readonly specialExclusion?: SpecialExclusion | undefined;
}

/** How it is applied for, handled and received. */
export interface GuideService {
  readonly promiseNote?: LocalText | undefined;
  readonly statutoryUnit?: LimitUnit | undefined;
  readonly statutoryNote?: LocalText | undefined;
  /** Whether the promised limit runs in the vacations; the university decides. */
  readonly doesVacationCount?: boolean | undefined;
  /** 申请窗口期: it can be applied for on these days only. */
  readonly windows?: readonly ApplicationWindow[] | undefined;
  /** 办理流程 at the counter, where it differs from the one online. */
  readonly stepsOffline?: readonly GuideStep[] | undefined;
  readonly specialProcedures?: readonly SpecialProcedure[] | undefined;
  /** 情形: questions whose answers select materials and steps; their keys stand in `showWhen` of these. */
  readonly situations?: readonly Situation[] | undefined;
  readonly onlineUrl?: string | undefined;
  readonly mobileUrl?: string | undefined;
  readonly isMobile?: boolean | undefined;
  readonly handleArea?: HandleArea | undefined;
  /** 是否进驻大厅. */
  readonly isInHall?: boolean | undefined;
  /** Codes of the counters in the hall that take it in. */
  readonly counterCodes?: readonly string[] | undefined;
  readonly isBookable?: boolean | undefined;
  readonly booking?: Booking | undefined;
  readonly isPaidOnline?: boolean | undefined;
  readonly isPosted?: boolean | undefined;
  /** What of it can be posted. */
  readonly postedParts?: readonly PostedPart[] | undefined;
  readonly isOnKiosk?: boolean | undefined;
  readonly consultAddress?: LocalText | undefined;
  readonly complaintAddress?: LocalText | undefined;
}

/** 预约: how many are taken on a day, and by what rules. */
export interface Booking {
  readonly perDay?: number | undefined;
  readonly rules?: LocalText | undefined;
}

export interface NationalCodes {
  readonly catalog?: string | undefined;
  readonly task?: string | undefined;
  readonly handlingItem?: string | undefined;
}

export interface Basis {
  readonly title: string;
  readonly docNo?: string | undefined;
  readonly article?: string | undefined;
  readonly text?: string | undefined;
  /** Last day on which the document is in force. */
  readonly expiresOn?: CivilDate | undefined;
}

export interface GuideStep {
  readonly name: LocalText;
  readonly by: LocalText;
  /** Working days. */
  readonly days: number | null;
  readonly standard?: LocalText | undefined;
  readonly result?: LocalText | undefined;
  /** In which situations it is gone through; absent: always. */
  readonly showWhen?: Condition | undefined;
}

export interface Fee {
  readonly name: LocalText;
  readonly amountFen: number;
  /** 收费标准 where it is no single amount: by credit, by page, by night. */
  readonly standard?: LocalText | undefined;
  readonly basis: string;
  /** 减免: for whom and how much. */
  readonly reduction?: LocalText | undefined;
}

export interface MatterResult {
  readonly name: LocalText;
  readonly kind: ResultKind;
  /** Id of the public file that shows a sample. */
  readonly sampleFileId?: string | undefined;
}

export interface GuidePlace {
  readonly name: LocalText;
  readonly address: LocalText;
  readonly hours: LocalText;
}

export interface Owner {
  readonly name: string;
  readonly phone?: string | undefined;
}

export interface SpecialExclusion {
  readonly reason: ExclusionReason;
  readonly evidence: string;
  readonly approver: string;
  readonly reviewOn: CivilDate;
}

export interface ApplicationWindow {
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly note?: LocalText | undefined;
}

export interface SpecialProcedure {
  readonly kind: SpecialProcedureKind;
  readonly name: LocalText;
  readonly basis: string;
  /** Working days at most. */
  readonly limitDays: number;
}

export interface Situation {
  readonly key: string;
  readonly question: LocalText;
  readonly options: readonly {
    readonly value: string;
    readonly label: LocalText;
    /** Two digits that follow the code of the matter, where the option is a 业务办理项 of its own. */
    readonly leaf?: string | undefined;
  }[];
  readonly showWhen?: Condition | undefined;
}

export const uploadTypes = ['pdf', 'jpg', 'png'] as const;
export type UploadType = (typeof uploadTypes)[number];

/** What the guide asks for (材料). The applicant uploads only where `sourceMode` is `applicant`. */
export interface MaterialRequirement {
  readonly key: string;
  readonly name: LocalText;
  readonly sourceMode: SourceMode;
  readonly necessity: Necessity;
  /** 非必要时的办理情形: in which case an optional one is asked for. */
  readonly neededWhen?: LocalText | undefined;
  /** The system that the university already has it in, where it is shared. */
  readonly sharedFrom?: LocalText | undefined;
  /** 来源渠道 and 来源说明 as exchange tables have them. */
  readonly sourceChannel?: MaterialSource | undefined;
  readonly sourceNote?: LocalText | undefined;
  /** 电子证照 that stands in for it, by its name. */
  readonly reusableLicence?: string | undefined;
  readonly form: 'electronic' | 'paper' | 'either';
  readonly originals: number;
  readonly copies: number;
  /** 规格 of the paper: A4, 一寸. */
  readonly pageFormat?: string | undefined;
  /** It is filled in or signed by the applicant in person, at the counter. */
  readonly isFilledOnSite?: boolean | undefined;
  readonly why: LocalText;
  readonly basis?: string | undefined;
  readonly accepts: readonly UploadType[];
  readonly maxBytes: number;
  readonly maxFiles: number;
  readonly showWhen?: Condition | undefined;
  /** 出具机构, 出具时间要求, 受理标准 and 填报须知. */
  readonly issuer?: string | undefined;
  readonly validity?: LocalText | undefined;
  readonly standard?: LocalText | undefined;
  readonly instructions?: LocalText | undefined;
  /** 办理说明 and 办理地点: how and where one gets it. */
  readonly handling?: LocalText | undefined;
  /** Code of the matter whose result it is, where another office of the university issues it. */
  readonly issuedByMatter?: string | undefined;
  /** Is it a stamp or a proof that another office has to give? Such a one needs a basis. */
  readonly isProof?: boolean | undefined;
  /** Ids of public files: 空白表格 and 示例样表. */
  readonly blankFileId?: string | undefined;
  readonly sampleFileId?: string | undefined;
}

/** A precondition (前置条件) that is looked up before the first question is asked. */
export interface Precondition {
  readonly key: string;
  readonly label: LocalText;
  readonly rule: PreconditionRule;
  /** What the applicant can do when it is not met. */
  readonly remedy?: LocalText | undefined;
  /** Where that is done: a web address, or a path of this hall. */
  readonly remedyLink?: string | undefined;
  /** The rule that asks for it. */
  readonly basis?: string | undefined;
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

/** Whether the applicant uploads it. Paper alone is handed in, shared data is looked up. */
export function isUploaded({ sourceMode, form }: Pick<MaterialRequirement, 'sourceMode' | 'form'>): boolean {
  return sourceMode === 'applicant' && form !== 'paper';
}
