import { hash, randomUUID } from 'node:crypto';
import { synced, type Em } from '../../database/index.ts';
import type { FieldCrypto, Sealed } from '../crypto/index.ts';
import { principalKey } from '../principal/index.ts';
import type { Caller } from '../endpoint/call.ts';
import { problem } from '../problem/index.ts';
import type { Insert } from './addition.ts';

export interface CommandOptions {
  /** `case.submit`: part of the key, so that one header may serve two commands of one request. */
  readonly name: string;
  /** Default: the request's Idempotency-Key header. */
  readonly key?: string | undefined;
  /** Default: the request's parsed input. */
  readonly input?: unknown;
}

/** Under which key a command is done at most once, and what was asked of it. */
export interface CommandIdentity {
  readonly id: string;
  readonly command: string;
  readonly inputHash: string;
  /** The caller chose the key and may come back with it. */
  readonly isGiven: boolean;
}

const sha256 = (text: string): string => hash('sha256', text);

export function identifyCommand(caller: Caller, options: CommandOptions): CommandIdentity {
  const { name: command } = options;
  const given = { key: options.key ?? caller.idempotencyKey, input: options.input ?? caller.input };
  // Without a key from the caller one is made, so that an ambiguous commit can be settled all the same.
  const key = given.key ?? randomUUID();
  return {
    id: sha256(`${principalKey(caller.principal)}\n${command}\n${key}`),
    command,
    inputHash: sha256(JSON.stringify(given.input ?? null)),
    isGiven: given.key !== undefined,
  };
}

/** The row that says that it was done, with its answer. */
export function commandKeyInsert(
  { id, command, inputHash }: CommandIdentity,
  done: { answer: unknown; at: Date; crypto: FieldCrypto },
): Insert {
  const answer =
    done.answer === undefined ? null : done.crypto.encryptField(JSON.stringify(done.answer), 'command.answer');
  const row = { id, command, input_hash: inputHash, answer, created_at: done.at };
  return { table: 'command_keys', skipsPresent: false, rows: [row] };
}

/** The stored answer of a command that was done; undefined when it was not. @throws ProblemError for another input. */
export async function findStoredAnswer(
  em: Em,
  identity: CommandIdentity,
  crypto: FieldCrypto,
): Promise<{ answer: unknown } | undefined> {
  const [row] = await em.execute<{ input_hash: string; answer: Sealed | null }[]>(
    'select input_hash, answer from command_keys where id = ?',
    [identity.id],
  );
  if (row === undefined) return undefined;
  if (row.input_hash !== identity.inputHash) throw problem('request.idempotency-key-reused');
  await synced(em);
  return {
    answer:
      row.answer === null ? undefined : (JSON.parse(crypto.decryptField(row.answer, 'command.answer')) as unknown),
  };
}
