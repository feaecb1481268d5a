import { codes } from './case-world.ts';
import type { TestApp } from './test-app.ts';

interface LeaveAnswers {
  readonly idempotencyKey: string;
  readonly from?: string;
  readonly contact?: Readonly<Record<string, string | boolean>>;
}

/** An application for leave, filled in page by page and submitted; answers the id of the case. */
export async function submitLeave(
  student: ReturnType<TestApp['as']>,
  { idempotencyKey, from = '2026-03-09', contact = { consent: true } }: LeaveAnswers,
): Promise<string> {
  const { id: draftId } = await student.openDraft({ body: { matterCode: codes.leave } });
  const pages = { identity: {}, reason: { reason: 'other', explanation: '家中有事要照顾', from }, contact };
  for (const [page, answers] of Object.entries(pages))
    await student.savePage({ params: { draftId, page }, body: { answers } });
  const { caseId } = await student.submitDraft({ params: { draftId }, body: {}, idempotencyKey });
  return caseId;
}
