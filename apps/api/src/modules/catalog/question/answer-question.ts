import { linkToken } from '../../../platform/crypto/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { answerLink } from './ask-question.ts';
import { openQuestion, questionsInReach } from './list-questions.ts';
import { Question } from './question.entity.ts';

/**
 * Answers a question and closes it: its contact is erased, and who was signed in is told where the answer stands.
 * @throws `record.not-found` also for one out of reach, `record.changed` for one that somebody answered meanwhile
 */
export function answerQuestion(call: Call, id: string, answer: string): Promise<{ id: string }> {
  return call.deps.runCommand(call, { name: 'catalog.answer-question' }, async (tx) => {
    const inReach = { ...questionsInReach(call), id };
    const question = await tx.em.findOne(Question, inReach, { disableIdentityMap: true });
    if (question === null) throw problem('record.not-found');
    const answered = { answer, answeredAt: tx.now, answeredById: tx.principal.personId ?? null, contactSealed: null };
    if ((await tx.em.nativeUpdate(Question, { id, answeredAt: null }, answered)) !== 1) throw problem('record.changed');
    const path = `/ask/${linkToken(call.deps.crypto, answerLink, id)}`;
    const { personId } = question;
    if (typeof personId === 'string')
      tx.enqueue({ kind: 'notice.send', payload: { personId, kind: 'question-answered', path } });
    tx.audit({
      action: 'catalog.answer-question',
      chain: `question:${id}`,
      target: { type: 'question', id },
      outcome: 'done',
      after: { answer },
    });
    return { id };
  });
}

/** What is masked in a question; recorded with its purpose before it leaves (R-AUD-2). @throws `record.not-found` */
export async function revealQuestion(
  call: Call,
  id: string,
  purpose: string,
): Promise<{ text: string; contact: string | null }> {
  const question = await call.em.findOne(Question, { ...questionsInReach(call), id }, { disableIdentityMap: true });
  if (question === null) throw problem('record.not-found');
  await call.deps.audit.read(call, {
    action: 'catalog.reveal-question',
    target: { type: 'question', id },
    purpose,
    fields: ['text', 'contact'],
  });
  return openQuestion(call, question);
}
