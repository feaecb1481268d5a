import type { Answer, Input, Issue, handbookEndpoints } from '@yitang/contract';
import { checkHandbookTest, markTest, type HandbookFault } from '@yitang/domain/training';
import { isUniqueViolation } from '../../../platform/command/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { requireAct, requireMatter } from './handbook-access.ts';
import { Handbook, TrainingRecord } from './handbook.entity.ts';

type Endpoints = typeof handbookEndpoints;

const sentences: Readonly<Record<HandbookFault['code'], string>> = {
  'question.options': '至少要有两个选项。',
  'question.same-options': '选项不能相同。',
  'question.right': '请标出一个正确选项。',
  'pass-mark.too-high': '及格题数不能超过题目总数。',
  'pass-mark.missing': '有测试题时，及格题数至少为 1。',
};

function issueOf(fault: HandbookFault): Issue {
  const isOfQuestion = 'question' in fault;
  return {
    field: isOfQuestion ? 'body.questions' : 'body.passMark',
    code: fault.code,
    message: isOfQuestion ? `第 ${fault.question + 1} 题：${sentences[fault.code]}` : sentences[fault.code],
  };
}

const targetOf = (code: string) => ({ chain: `handbook:${code}`, target: { type: 'handbook', id: code } });

/** @throws `request.invalid` with every fault, `record.changed`, `record.not-found`, `access.denied` */
export async function saveHandbook(
  call: Call,
  code: string,
  { revision, ...content }: Input<Endpoints['saveHandbook']>['body'],
): Promise<{ revision: number }> {
  const matter = requireMatter(call, code);
  requireAct(call, 'handbook.edit', matter);
  const faults = checkHandbookTest(content);
  if (faults.length > 0) throw problem('request.invalid', { issues: faults.map(issueOf) });
  return call.deps.runCommand(call, { name: 'handbook.save' }, async (tx) => {
    const written = {
      ...content,
      updatedAt: tx.now,
      updatedBy: call.principal.displayName ?? '',
      revision: revision + 1,
    };
    if (revision === 0) {
      await tx.em.insert(Handbook, { matterId: matter.id, ...written }).catch((cause: unknown) => {
        throw isUniqueViolation(cause) ? problem('record.changed', { cause }) : cause;
      });
    } else if ((await tx.em.nativeUpdate(Handbook, { matterId: matter.id, revision }, written)) !== 1) {
      throw problem('record.changed');
    }
    const { body, questions, passMark } = content;
    const after = { characters: body.length, questions: questions.length, passMark };
    tx.audit({ action: 'handbook.save', ...targetOf(code), outcome: 'done', after });
    return { revision: revision + 1 };
  });
}

/** Marks a test and keeps the result. @throws `request.invalid` naming each question without an answer, `record.changed` */
export async function takeTest(
  call: Call,
  code: string,
  { revision, answers }: Input<Endpoints['takeHandbookTest']>['body'],
): Promise<Answer<Endpoints['takeHandbookTest']>> {
  const matter = requireMatter(call, code);
  return call.deps.runCommand(call, { name: 'handbook.take-test' }, async (tx) => {
    const handbook = await tx.em.findOne(Handbook, { matterId: matter.id }, { disableIdentityMap: true });
    if (handbook === null || handbook.questions.length === 0) throw problem('record.not-found');
    if (handbook.revision !== revision) throw problem('record.changed');
    const marked = markTest(handbook, answers);
    if (!marked.ok) throw problem('request.invalid', { issues: marked.unanswered.map(unansweredIssue) });
    const { right, of, isPassed, wrong } = marked;
    const personId = call.principal.personId ?? '';
    const result = { right, of, isPassed };
    await tx.em.insert(TrainingRecord, { id: newId(), matterId: matter.id, personId, revision, ...result, at: tx.now });
    tx.audit({ action: 'handbook.take-test', ...targetOf(code), outcome: 'done', after: { ...result, revision } });
    return { ...result, wrong: [...wrong] };
  });
}

const unansweredIssue = (index: number): Issue => ({
  field: `body.answers.${index}`,
  code: 'answer.missing',
  message: `第 ${index + 1} 题还没有选。`,
});
