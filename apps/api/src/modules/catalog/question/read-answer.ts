import type { Answer, questionEndpoints } from '@yitang/contract';
import { civilDateAt } from '@yitang/domain/calendar';
import { hashLinkToken } from '../../../platform/crypto/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { catalogKey } from '../catalog-key.ts';
import { findNamed } from '../get-guide.ts';
import { Question } from './question.entity.ts';

/** What whoever holds the address may read: the answer, not what was asked. @throws `record.not-found`, `request.too-many` */
export async function readAnswer(call: Call, token: string): Promise<Answer<typeof questionEndpoints.readAnswer>> {
  await call.deps.limits.passSensitive('question.answer', { address: call.principal.address });
  const question = await call.em.findOne(
    Question,
    { tokenHash: hashLinkToken(token) },
    { fields: ['askedAt', 'matterCode', 'answer', 'answeredAt'], disableIdentityMap: true },
  );
  if (question === null) throw problem('record.not-found');
  const { askedAt, matterCode, answer, answeredAt } = question;
  const dayOf = (at: Date): string => civilDateAt(at, call.deps.config.timeZone);
  return {
    askedOn: dayOf(askedAt),
    matter: findNamed(call.deps.services.get(catalogKey).current(), matterCode ?? ''),
    answer: answer ?? null,
    answeredOn: answeredAt instanceof Date ? dayOf(answeredAt) : null,
  };
}
