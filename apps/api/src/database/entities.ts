import { Account, MachineClient, RoleGrant } from '../modules/identity/account.entity.ts';
import { Invitation } from '../modules/identity/invitation.entity.ts';
import { Affiliation, Person } from '../modules/identity/person.entity.ts';
import {
  Campus,
  Counter,
  Department,
  Office,
  Post,
  PostHolder,
} from '../modules/organization/organization.entity.ts';
import { WorkCalendar } from '../modules/organization/work-calendar.entity.ts';
import { AuditAnchor, AuditAnchorHead, AuditEntry } from '../platform/audit/audit.entity.ts';
import { CommandKey } from '../platform/command/command-key.entity.ts';
import { PersonKey } from '../platform/crypto/person-key.entity.ts';
import { Blob } from '../platform/files/blob.entity.ts';
import { Job } from '../platform/jobs/job.entity.ts';
import { RateCount } from '../platform/limits/rate-count.entity.ts';
import { NumberBlock } from '../platform/numbers/number-block.entity.ts';
import { Session, SessionTombstone } from '../platform/session/session.entity.ts';

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
const organizationEntities = [Campus, Counter, Department, Office, Post, PostHolder, WorkCalendar];

/** Every table of the product. A module adds its entities here and runs `node scripts/make-migration.ts`. */
export const entities = [...platformEntities, ...identityEntities, ...organizationEntities];
