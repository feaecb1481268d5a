import type { Submission } from '../../load/submissions.ts';

export interface Acknowledged {
  readonly status: number;
  readonly caseId?: string;
  readonly number?: string;
  readonly code?: string;
  readonly milliseconds: number;
}

/** What the server answered; undefined when no answer came, so that nobody knows whether it was done. */
export async function submit(
  origin: string,
  { draftId, cookie }: Submission,
  key = `key-${draftId}`,
): Promise<Acknowledged | undefined> {
  const begin = performance.now();
  try {
    const answer = await fetch(`${origin}/api/drafts/${draftId}/submit`, {
      method: 'POST',
      headers: {
        cookie,
        'idempotency-key': key,
        'content-type': 'application/json',
        'sec-fetch-site': 'same-origin',
      },
      body: '{}',
      signal: AbortSignal.timeout(60_000),
    });
    const body = (await answer.json()) as { caseId?: string; number?: string; code?: string };
    return { ...body, status: answer.status, milliseconds: performance.now() - begin };
  } catch {
    return undefined;
  }
}

export const isDone = (answer: Acknowledged | undefined): boolean => answer?.status === 201;
