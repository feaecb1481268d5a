import type { caseEndpoints, Output } from '@yitang/contract';
import { isSensitive } from '@yitang/domain/form';
import type { FieldCrypto } from '../../../platform/crypto/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { findPersonalValues } from '../../identity/index.ts';
import { getDirectory } from '../directory.ts';
import { answerText } from '../form/answer-lines.ts';
import { findField } from '../form/find-field.ts';
import { formOf } from '../matter-rules.ts';
import { getOfficeActor } from '../office-actor.ts';
import type { LoadedCase } from '../record/load-case.ts';
import { lastChanges } from '../view/last-changes.ts';
import { requireHandledCase } from '../view/require-handled-case.ts';

export interface Reveal {
  readonly caseId: string;
  /** `applicant.phone`, `applicant.idNumber`, `answers.KEY`, or `changes.KEY` for what a correction changed. */
  readonly fields: readonly string[];
  readonly purpose: string;
}

type Revealed = Output<(typeof caseEndpoints)['revealFields']>['values'][number];
type Value = Omit<Revealed, 'field'>;

/**
 * Shows masked values, all that are named or none; what was asked for and why is recorded before it leaves (R-AUD-2).
 * @throws `record.not-found` for a field that is not there or never masked
 */
export async function revealFields(
  call: Call,
  { caseId, fields, purpose }: Reveal,
): Promise<{ readonly values: Revealed[] }> {
  const actor = await getOfficeActor(call, await getDirectory(call.deps));
  const loaded = await requireHandledCase(call.em, call.deps, { caseId, actor });
  const personal = await personalFields(call, loaded, fields);
  const values = [...new Set(fields)].map((field): Revealed => {
    const told = personal.get(field);
    const value = typeof told === 'string' ? { value: told } : findValue(call, loaded, field);
    if (value === undefined) throw problem('record.not-found');
    return { field, ...value };
  });
  await call.deps.audit.read(call, {
    action: 'case.reveal',
    target: { type: 'case', id: caseId },
    purpose,
    fields: values.map(({ field }) => field),
  });
  return { values };
}

/** Of the person, read once however many are asked for. */
async function personalFields(
  { em, deps }: Call,
  { current }: LoadedCase,
  fields: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  if (!fields.some((field) => field.startsWith('applicant.'))) return new Map();
  const { phone, idNumber } = await findPersonalValues(em, current.personId, deps.crypto);
  return new Map([
    ['applicant.phone', phone],
    ['applicant.idNumber', idNumber],
  ]);
}

function findValue(call: Call, loaded: LoadedCase, field: string): Value | undefined {
  const [, part, key = ''] = /^(answers|changes)\.(.+)$/.exec(field) ?? [];
  const asked = findField(formOf(loaded.matter), key);
  if (asked === undefined || !isSensitive(asked)) return undefined;
  if (part === 'changes') return findChange(loaded, key, call.deps.crypto);
  if (!Object.hasOwn(loaded.answers, key)) return undefined;
  return { value: answerText(asked, loaded.answers[key], call.principal.locale) };
}

function findChange(loaded: LoadedCase, key: string, crypto: FieldCrypto): Value | undefined {
  const change = lastChanges(loaded, crypto).find(({ field }) => field === key);
  return change && { value: change.after, before: change.before };
}
