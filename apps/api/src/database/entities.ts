import { CaseEventRow, CaseIntervalRow } from '../modules/case/case-record.entity.ts';
import { Case } from '../modules/case/case.entity.ts';
import { Correction } from '../modules/case/correction.entity.ts';
import { CaseCounter, VolumeRevision } from '../modules/case/counter.entity.ts';
import { CaseDraft } from '../modules/case/draft.entity.ts';
import { InboxRound } from '../modules/case/schedule/inbox-round.entity.ts';
import { Visit, VisitAnswer, VisitCase } from '../modules/case/visit.entity.ts';
import { ArrivalCounter, ArrivalMark, ArrivalRow } from '../modules/case/visit/arrival.entity.ts';
import { CaseTrips, TripCounter, TripMark } from '../modules/case/visit/trip.entity.ts';
import { AddressOutage } from '../modules/catalog/address/address-outage.entity.ts';
import { Batch, CatalogRevision } from '../modules/catalog/batch.entity.ts';
import { DataSourceRow } from '../modules/catalog/data-source/data-source.entity.ts';
import { DefinitionVersion } from '../modules/catalog/definition-version.entity.ts';
import { MatterDraft, MatterDraftStep } from '../modules/catalog/draft/draft.entity.ts';
import { CatalogImport, HeaderMapping } from '../modules/catalog/list-import/list-import.entity.ts';
import { Matter, MatterVersion } from '../modules/catalog/matter.entity.ts';
import { MatterPauseRow } from '../modules/catalog/matter-pause.entity.ts';
import { PowerEdition, PowerEditionEntry } from '../modules/catalog/power/edition.entity.ts';
import { Power, PowerCounter, PowerDecision, PowerLink } from '../modules/catalog/power/power.entity.ts';
import { PowerFiling, PowerRound } from '../modules/catalog/power/round.entity.ts';
import { Question } from '../modules/catalog/question/question.entity.ts';
import { SearchAnswer, SearchMiss, Synonym } from '../modules/catalog/search/search.entity.ts';
import { Favourite } from '../modules/favourite/favourite.entity.ts';
import { Rating } from '../modules/feedback/rating.entity.ts';
import { Handbook, TrainingRecord } from '../modules/content/handbook/handbook.entity.ts';
import {
  Survey,
  SurveyAnswer,
  SurveyCall,
  SurveyFrameCase,
  SurveyStratum,
} from '../modules/feedback/survey/survey.entity.ts';
import { Account, MachineClient, RoleGrant } from '../modules/identity/account.entity.ts';
import { Invitation } from '../modules/identity/invitation.entity.ts';
import { Affiliation, Person } from '../modules/identity/person.entity.ts';
import { CatalogFile } from '../modules/material/catalog-file/catalog-file.entity.ts';
import { Certificate } from '../modules/material/certificate/certificate.entity.ts';
import { Material } from '../modules/material/material.entity.ts';
import { Notice } from '../modules/notification/notice.entity.ts';
import {
  Campus,
  Counter,
  Department,
  Office,
  Post,
  PostDeputy,
  PostHolder,
} from '../modules/organization/organization.entity.ts';
import { WorkCalendar } from '../modules/organization/work-calendar.entity.ts';
import { FilingDecree, FilingFile, FilingPackage, FilingStep } from '../modules/reform/filing/filing.entity.ts';
import { FrequencyRule, FrozenSet } from '../modules/reform/frequency/frequency.entity.ts';
import { VolumeChoice, VolumeEntry, VolumeSource } from '../modules/reform/volume/volume.entity.ts';
import { MatterHealth, PromiseFinding, PromiseRun } from '../modules/reform/promise/health.entity.ts';
import { ReformMonth } from '../modules/reform/results/reform-month.entity.ts';
import { GuideProposal } from '../modules/reform/promise/proposal.entity.ts';
import { BaselineFigure } from '../modules/reform/reduction/baseline.entity.ts';
import { MatterExclusion, TargetRecord, TargetVersion } from '../modules/reform/target/target.entity.ts';
import {
  Accountability,
  AccountabilityEntry,
  DepartmentScore,
  Inspection,
  ProgrammeStage,
  ReformPolicy,
  ReformTask,
  ReformTaskFile,
  ReformTaskStep,
  ScoreFormula,
  ScoreYear,
} from '../modules/reform/programme/programme.entity.ts';
import { AuditAnchor, AuditAnchorHead, AuditEntry } from '../platform/audit/audit.entity.ts';
import { CommandKey } from '../platform/command/command-key.entity.ts';
import { PersonKey } from '../platform/crypto/person-key.entity.ts';
import { Blob } from '../platform/files/blob.entity.ts';
import { Job } from '../platform/jobs/job.entity.ts';
import { RateCount } from '../platform/limits/rate-count.entity.ts';
import { NumberBlock } from '../platform/numbers/number-block.entity.ts';
import { Session, SessionTombstone } from '../platform/session/session.entity.ts';
import { SeedState } from './seeds/seed-state.entity.ts';

const platformEntities = [
  AuditAnchor,
  AuditAnchorHead,
  AuditEntry,
  Blob,
  CommandKey,
  Job,
  NumberBlock,
  PersonKey,
  RateCount,
  Session,
  SessionTombstone,
];

const identityEntities = [Account, Affiliation, Invitation, MachineClient, Person, RoleGrant];
const organizationEntities = [Campus, Counter, Department, Office, Post, PostDeputy, PostHolder, WorkCalendar];

const caseEntities = [
  Case,
  CaseCounter,
  VolumeRevision,
  CaseDraft,
  CaseEventRow,
  CaseIntervalRow,
  Correction,
  InboxRound,
  Visit,
  VisitAnswer,
  ArrivalRow,
  ArrivalMark,
  ArrivalCounter,
  CaseTrips,
  TripMark,
  TripCounter,
  VisitCase,
];
const catalogEntities = [
  AddressOutage,
  Batch,
  CatalogImport,
  CatalogRevision,
  DataSourceRow,
  DefinitionVersion,
  HeaderMapping,
  Matter,
  MatterDraft,
  MatterDraftStep,
  MatterPauseRow,
  MatterVersion,
  Power,
  PowerCounter,
  PowerDecision,
  PowerEdition,
  PowerEditionEntry,
  PowerFiling,
  PowerLink,
  PowerRound,
  SearchAnswer,
  SearchMiss,
  Question,
  Synonym,
];
const filingEntities = [FilingDecree, FilingFile, FilingPackage, FilingStep];
const materialEntities = [CatalogFile, Certificate, Material];
const reformEntities = [
  FrequencyRule,
  FrozenSet,
  MatterExclusion,
  ReformMonth,
  TargetRecord,
  TargetVersion,
  VolumeChoice,
  VolumeEntry,
  VolumeSource,
];
const contentEntities = [Handbook, TrainingRecord];
const programmeEntities = [
  Accountability,
  AccountabilityEntry,
  DepartmentScore,
  Inspection,
  ProgrammeStage,
  ReformPolicy,
  ReformTask,
  ReformTaskFile,
  ReformTaskStep,
  ScoreFormula,
  ScoreYear,
];
const tellingEntities = [Favourite, Notice, Rating, Survey, SurveyAnswer, SurveyCall, SurveyFrameCase, SurveyStratum];
const promiseEntities = [BaselineFigure, GuideProposal, MatterHealth, PromiseFinding, PromiseRun];

/** Every table of the product. A module adds its entities here and runs `node scripts/make-migration.ts`. */
export const entities = [
  ...platformEntities,
  ...identityEntities,
  ...organizationEntities,
  ...catalogEntities,
  ...caseEntities,
  ...filingEntities,
  ...materialEntities,
  ...tellingEntities,
  ...programmeEntities,
  ...contentEntities,
  ...reformEntities,
  ...promiseEntities,
  SeedState,
];
