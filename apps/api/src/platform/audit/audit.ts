import type { Em, Orm } from '../../database/index.ts';
import type { Clock } from '../clock/index.ts';
import type { PersonKeys } from '../crypto/index.ts';
import type { Principal } from '../principal/index.ts';
import type { AuditInput, AuditRead } from './audit-input.ts';
import { describeEntry } from './entry.ts';
import { createJournal } from './journal.ts';
import { firstEntries, writeEntries } from './write-entries.ts';

interface Reader {
  readonly principal: Principal;
  readonly trace?: { auditRows: number };
}

export interface Audit {
  /** Part of a command: `tx.audit` collects, `runCommand` calls this before it commits. At most two statements. */
  write(em: Em, principal: Principal, entries: readonly AuditInput[]): Promise<void>;
  /** Rows of entries that each begin a chain, whose subject was just made: where they stand is known without looking. */
  begin(principal: Principal, entries: readonly AuditInput[]): Record<string, unknown>[];
  /** Before personal data of somebody else is handed out: resolves when it is recorded, fails when it can't be. */
  read(call: Reader, read: AuditRead): Promise<void>;
  /** A call that was refused. */
  refuse(
    principal: Principal,
    refusal: { action: string; target: { type: string; id: string }; code: string },
  ): Promise<void>;
}

export function createAudit(parts: { orm: Orm; clock: Clock; personKeys: PersonKeys }): Audit {
  const { orm, clock, personKeys } = parts;
  const journal = createJournal(orm);
  return {
    write: (em, principal, entries) => writeEntries({ em, principal, now: clock.now(), personKeys }, entries),
    begin: (principal, entries) => firstEntries(principal, clock.now(), entries),
    read: async (call, { action, target, purpose, fields }) => {
      const after = purpose === undefined && fields === undefined ? undefined : { purpose, fields };
      await journal.append(
        describeEntry(call.principal, clock.now(), { kind: 'read', chain: '', action, target, outcome: 'done', after }),
      );
      if (call.trace !== undefined) call.trace.auditRows += 1;
    },
    refuse: (principal, { action, target, code }) =>
      journal.append(
        describeEntry(principal, clock.now(), {
          kind: 'write',
          chain: '',
          action,
          target,
          outcome: 'refused',
          after: { code },
        }),
      ),
  };
}
