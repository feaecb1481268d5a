import type {
  ArrivalHeat,
  ArrivalVisit,
  ArrivalVisits,
  TripCase,
  TripDistribution,
  TripMatter,
  TripMatterRow,
  TripOverview,
  TripRate,
} from './trip.ts';
import type { ArrivalNotice } from './arrival.ts';
import type { Deputyship, TeamMember } from './team.ts';
import type { DataSource } from './data-source.ts';
import type { Question } from './question.ts';
import type { z } from 'zod';
import type { DeadLetter, ImportReport, MachineClient, PersonRow } from './admin.ts';
import type { BatchDraft, BatchImpact, BatchRow, BatchView } from './batch.ts';
import type {
  CaseSummary,
  CaseView,
  DraftSummary,
  DraftView,
  FieldView,
  InboxRow,
  OfficeCaseView,
  PageView,
  Precheck,
  RequirementView,
  Station,
} from './case.ts';
import type { Department, HallHome, MatterCard, MatterGuide, MatterList, Opening, Suggestion } from './catalog.ts';
import type { Comparison, DraftImpact, FieldChange, LeafChange } from './comparison.ts';
import type { Breach, CatalogBreaches, MatterBreaches } from './consistency.ts';
import type { DraftRow, MatterDraft, SavedDraft } from './console.ts';
import type { CatalogConsole, CatalogFile, EditorChoices, RouteFault } from './editor.ts';
import type { Favourite } from './favourite.ts';
import type {
  FiledIn,
  Filing,
  FilingChoices,
  FilingDecree,
  FilingFile,
  FilingRow,
  FilingStep,
  PackageGap,
} from './filing.ts';
import type { FormShape } from './form-definition.ts';
import type { FormTrial } from './form-editor.ts';
import type { HandbookRow, HandbookView } from './handbook.ts';
import type { Greeting, GrantSummary, Invitation, SessionSummary } from './identity.ts';
import type { ComparedRow, ImportCheck, ImportFault, ImportRow, ImportView } from './list-import.ts';
import type { CertificateCheck, UploadedMaterial } from './material.ts';
import type { Notice } from './notification.ts';
import type { ConsoleEdition } from './power-edition.ts';
import type { ListedPower, PowerEdition } from './power-list.ts';
import type { PowerDecision, PowerEntry, PowerFiling, PowerImportReport, PowerRound, PowerRow } from './power.ts';
import type { FrequencyExplanation, FrequencyMoves, FrozenSetView } from './frequency.ts';
import type { CatalogIndex, PublishedBatch, PublishedChange } from './openness.ts';
import type { GuideProposal, HealthDetail, HealthRow, HealthView } from './promise.ts';
import type {
  BaselineImport,
  MatterReduction,
  PublicChange,
  ReductionRow,
  ReductionSum,
  ReductionView,
} from './reduction.ts';
import type { MatterExclusion } from './exclusion.ts';
import type {
  FigureMatters,
  TargetBoard,
  TargetDefinition,
  TargetMatterRow,
  TargetOutcome,
  TargetRow,
  TargetView,
  WhatIf,
  WhatIfMatters,
} from './target.ts';
import type {
  AccountabilityRow,
  AccountabilityView,
  DepartmentScore,
  Inspection,
  ProgrammeStage,
  ReformPolicy,
  ReformTask,
  ReformTaskView,
  ScoreEvidence,
  ScoreFormula,
} from './programme.ts';
import type { HeatRest, HeatRestMatter, OverviewTarget, ReformOverview } from './overview.ts';
import type { HighFrequencyRow, HighFrequencySet } from './reform.ts';
import type { FrozenMonth, OpenResults, ReformResults, ResultMatter, ResultTarget } from './results.ts';
import type { Site } from './site.ts';
import type { AuditLine } from './supervision.ts';
import type {
  SurveyCall,
  SurveyFigures,
  SurveyImportReport,
  SurveyResults,
  SurveyRow,
  SurveyStratum,
  SurveyView,
} from './survey.ts';
import type {
  CoverageMatter,
  CoverageMatters,
  MatterVolumes,
  MonthVolume,
  OpenVolume,
  VolumeCoverage,
  VolumeEntryRow,
  VolumeReport,
} from './volume.ts';

/** What arrives, as types: pages import these and no schema. */
export type BatchData = z.output<typeof BatchView>;
export type BatchImpactData = z.output<typeof BatchImpact>;
export type BatchDraftData = z.output<typeof BatchDraft>;
export type BatchRowData = z.output<typeof BatchRow>;
export type AuditLineData = z.output<typeof AuditLine>;
export type CatalogIndexData = z.output<typeof CatalogIndex>;
export type PublishedBatchData = z.output<typeof PublishedBatch>;
export type PublishedChangeData = z.output<typeof PublishedChange>;
export type CaseSummaryData = z.output<typeof CaseSummary>;
export type CaseData = z.output<typeof CaseView>;
export type CertificateCheckData = z.output<typeof CertificateCheck>;
export type DeadLetterData = z.output<typeof DeadLetter>;
export type DepartmentData = z.output<typeof Department>;
export type DraftData = z.output<typeof DraftView>;
export type DraftSummaryData = z.output<typeof DraftSummary>;
export type FieldData = z.output<typeof FieldView>;
export type FormDefinitionData = z.output<typeof FormShape>;
export type FormTrialData = z.output<typeof FormTrial>;
export type GrantData = z.output<typeof GrantSummary>;
export type HallHomeData = z.output<typeof HallHome>;
export type HighFrequencyRowData = z.output<typeof HighFrequencyRow>;
export type ReformOverviewData = z.output<typeof ReformOverview>;
export type OverviewTargetData = z.output<typeof OverviewTarget>;
export type ReformResultsData = z.output<typeof ReformResults>;
export type ResultTargetData = z.output<typeof ResultTarget>;
export type ResultMatterData = z.output<typeof ResultMatter>;
export type FrozenMonthData = z.output<typeof FrozenMonth>;
export type OpenResultsData = z.output<typeof OpenResults>;
export type HighFrequencySetData = z.output<typeof HighFrequencySet>;
export type ImportReportData = z.output<typeof ImportReport>;
export type InboxRowData = z.output<typeof InboxRow>;
export type InvitationData = z.output<typeof Invitation>;
export type MachineClientData = z.output<typeof MachineClient>;
export type ConsoleEditionData = z.output<typeof ConsoleEdition>;
export type ListedPowerData = z.output<typeof ListedPower>;
export type MatterCardData = z.output<typeof MatterCard>;
export type MatterGuideData = z.output<typeof MatterGuide>;
export type OpeningData = z.output<typeof Opening>;
export type FavouriteData = z.output<typeof Favourite>;
export type MatterListData = z.output<typeof MatterList>;
export type GreetingData = z.output<typeof Greeting>;
export type NoticeData = z.output<typeof Notice>;
export type ArrivalNoticeData = z.output<typeof ArrivalNotice>;
export type OfficeCaseData = z.output<typeof OfficeCaseView>;
export type PageData = z.output<typeof PageView>;
export type PersonRowData = z.output<typeof PersonRow>;
export type PowerDecisionData = z.output<typeof PowerDecision>;
export type PowerEditionData = z.output<typeof PowerEdition>;
export type PowerEntryData = z.output<typeof PowerEntry>;
export type PowerFilingData = z.output<typeof PowerFiling>;
export type PowerImportReportData = z.output<typeof PowerImportReport>;
export type PowerRoundData = z.output<typeof PowerRound>;
export type PowerRowData = z.output<typeof PowerRow>;
export type PrecheckData = z.output<typeof Precheck>;
export type RequirementData = z.output<typeof RequirementView>;
export type SessionData = z.output<typeof SessionSummary>;
export type SiteData = z.output<typeof Site>;
export type StationData = z.output<typeof Station>;
export type SuggestionData = z.output<typeof Suggestion>;
export type UploadedMaterialData = z.output<typeof UploadedMaterial>;
export type DraftRowData = z.output<typeof DraftRow>;
export type MatterDraftData = z.output<typeof MatterDraft>;
export type SavedDraftData = z.output<typeof SavedDraft>;
export type CatalogConsoleData = z.output<typeof CatalogConsole>;
export type BreachData = z.output<typeof Breach>;
export type CatalogBreachesData = z.output<typeof CatalogBreaches>;
export type MatterBreachesData = z.output<typeof MatterBreaches>;
export type ComparisonData = z.output<typeof Comparison>;
export type DraftImpactData = z.output<typeof DraftImpact>;
export type FieldChangeData = z.output<typeof FieldChange>;
export type LeafChangeData = z.output<typeof LeafChange>;
export type CatalogFileData = z.output<typeof CatalogFile>;
export type EditorChoicesData = z.output<typeof EditorChoices>;
export type RouteFaultData = z.output<typeof RouteFault>;
export type ImportRowData = z.output<typeof ImportRow>;
export type ImportViewData = z.output<typeof ImportView>;
export type ImportCheckData = z.output<typeof ImportCheck>;
export type ImportFaultData = z.output<typeof ImportFault>;
export type ComparedRowData = z.output<typeof ComparedRow>;
export type SurveyCallData = z.output<typeof SurveyCall>;
export type SurveyFiguresData = z.output<typeof SurveyFigures>;
export type SurveyResultsData = z.output<typeof SurveyResults>;
export type SurveyRowData = z.output<typeof SurveyRow>;
export type SurveyStratumData = z.output<typeof SurveyStratum>;
export type SurveyData = z.output<typeof SurveyView>;
export type FrequencyExplanationData = z.output<typeof FrequencyExplanation>;
export type FrequencyMovesData = z.output<typeof FrequencyMoves>;
export type FrozenSetData = z.output<typeof FrozenSetView>;
export type DataSourceData = z.output<typeof DataSource>;
export type QuestionData = z.output<typeof Question>;
export type DuesData = GreetingData['dues'];
export type MatterVolumesData = z.output<typeof MatterVolumes>;
export type MonthVolumeData = z.output<typeof MonthVolume>;
export type OpenVolumeData = z.output<typeof OpenVolume>;
export type VolumeCoverageData = z.output<typeof VolumeCoverage>;
export type VolumeEntryData = z.output<typeof VolumeEntryRow>;
export type VolumeReportData = z.output<typeof VolumeReport>;
export type PublicChangeData = z.output<typeof PublicChange>;
export type ReductionRowData = z.output<typeof ReductionRow>;
export type ReductionSumData = z.output<typeof ReductionSum>;
export type ReductionData = z.output<typeof ReductionView>;
export type MatterReductionData = z.output<typeof MatterReduction>;
export type HealthData = z.output<typeof HealthView>;
export type HealthRowData = z.output<typeof HealthRow>;
export type HealthDetailData = z.output<typeof HealthDetail>;
export type GuideProposalData = z.output<typeof GuideProposal>;
export type MatterExclusionData = z.output<typeof MatterExclusion>;
export type TargetBoardData = z.output<typeof TargetBoard>;
export type TargetDefinitionData = z.output<typeof TargetDefinition>;
export type FigureMattersData = z.output<typeof FigureMatters>;
export type TargetMatterRowData = z.output<typeof TargetMatterRow>;
export type TargetOutcomeData = z.output<typeof TargetOutcome>;
export type TargetRowData = z.output<typeof TargetRow>;
export type TargetViewData = z.output<typeof TargetView>;
export type WhatIfMattersData = z.output<typeof WhatIfMatters>;
export type WhatIfData = z.output<typeof WhatIf>;
export type AccountabilityRowData = z.output<typeof AccountabilityRow>;
export type AccountabilityViewData = z.output<typeof AccountabilityView>;
export type DepartmentScoreData = z.output<typeof DepartmentScore>;
export type InspectionData = z.output<typeof Inspection>;
export type ProgrammeStageData = z.output<typeof ProgrammeStage>;
export type ReformPolicyData = z.output<typeof ReformPolicy>;
export type ReformTaskData = z.output<typeof ReformTask>;
export type ReformTaskViewData = z.output<typeof ReformTaskView>;
export type ScoreEvidenceData = z.output<typeof ScoreEvidence>;
export type ScoreFormulaData = z.output<typeof ScoreFormula>;
export type FilingData = z.output<typeof Filing>;
export type FilingChoicesData = z.output<typeof FilingChoices>;
export type FilingDecreeData = z.output<typeof FilingDecree>;
export type FilingFileData = z.output<typeof FilingFile>;
export type FiledInData = z.output<typeof FiledIn>;
export type FilingRowData = z.output<typeof FilingRow>;
export type FilingStepData = z.output<typeof FilingStep>;
export type PackageGapData = z.output<typeof PackageGap>;
export type HeatRestMatterData = z.output<typeof HeatRestMatter>;
export type HeatRestData = z.output<typeof HeatRest>;
export type CoverageMatterData = z.output<typeof CoverageMatter>;
export type CoverageMattersData = z.output<typeof CoverageMatters>;
export type ArrivalHeatData = z.output<typeof ArrivalHeat>;
export type ArrivalVisitData = z.output<typeof ArrivalVisit>;
export type ArrivalVisitsData = z.output<typeof ArrivalVisits>;
export type TripCaseData = z.output<typeof TripCase>;
export type TripDistributionData = z.output<typeof TripDistribution>;
export type TripMatterData = z.output<typeof TripMatter>;
export type TripMatterRowData = z.output<typeof TripMatterRow>;
export type TripOverviewData = z.output<typeof TripOverview>;
export type TripRateData = z.output<typeof TripRate>;
export type BaselineImportData = z.output<typeof BaselineImport>;
export type SurveyImportReportData = z.output<typeof SurveyImportReport>;
export type HandbookRowData = z.output<typeof HandbookRow>;
export type HandbookData = z.output<typeof HandbookView>;
export type TeamMemberData = z.output<typeof TeamMember>;
export type DeputyshipData = z.output<typeof Deputyship>;
