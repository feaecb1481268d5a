import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { findPersonalValues } from '../../identity/index.ts';
import { getDirectory } from '../directory.ts';
import { answerText } from '../form/answer-lines.ts';
import { findField } from '../form/find-field.ts';
import { noForm } from '../matter-rules.ts';
import { getOfficeActor } from '../office-actor.ts';
import type { LoadedCase } from '../record/load-case.ts';
import { requireHandledCase } from '../view/require-handled-case.ts';

export interface Reveal {
  readonly caseId: string;
  /** `applicant.phone`, `applicant.idNumber` or `answers.KEY`. */
  readonly field: string;
  readonly purpose: string;
}

/** Shows one masked value; what was asked for and why is recorded before it leaves (R-AUD-2). */
export async function revealField(call: Call, { caseId, field, purpose }: Reveal): Promise<{ value: string }> {
  const actor = await getOfficeActor(call, await getDirectory(call.deps, call.em));
  const loaded = await requireHandledCase(call.em, call.deps, { caseId, actor });
  const value = await findValue(call, loaded, field);
  if (value === undefined) throw problem('record.not-found');
  await call.deps.audit.read(call, {
    action: 'case.reveal',
    target: { type: 'case', id: caseId },
    purpose,
    fields: [field],
  });
  return { value };
}

async function findValue(
  call: Call,
  { current, matter, answers }: LoadedCase,
  field: string,
): Promise<string | undefined> {
  if (field === 'applicant.phone' || field === 'applicant.idNumber') {
    const { phone, idNumber } = await findPersonalValues(call.em, current.personId, call.deps.crypto);
    return (field === 'applicant.phone' ? phone : idNumber) ?? undefined;
  }
  const key = field.startsWith('answers.') ? field.slice('answers.'.length) : '';
  const asked = findField(matter.form?.definition ?? noForm, key);
  const isAnswered = asked?.isSensitive === true && Object.hasOwn(answers, key);
  return isAnswered ? answerText(asked, answers[key]) : undefined;
}
