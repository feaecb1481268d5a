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

/** Every table of the product. A module adds its entities here and runs `node scripts/make-migration.ts`. */
export const entities = [...platformEntities];
