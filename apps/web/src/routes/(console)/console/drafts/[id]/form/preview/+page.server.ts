import { readAnswers, type AnswerValue } from '#lib/features/draft/read-answers.ts';
import { api, toError, toFail } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { id } = event.params;
  const page = event.url.searchParams.get('page') ?? undefined;
  const client = api(event);
  const [draft, trial] = await Promise.all([
    client.getMatterDraft({ params: { id } }).catch(toError),
    client.getFormTrial({ params: { id }, query: { page } }).catch(toError),
  ]);
  const wanted = event.url.searchParams.get('size');
  const size = sizes.find((one) => one === wanted) ?? 'desktop';
  return { draft: { id, name: draft.name }, trial, size };
};

const sizes = ['phone', 'desktop', 'kiosk'] as const;

/** What was answered on the pages before travels with the page: nothing of a test is kept anywhere. */
function earlierAnswers(form: FormData): Record<string, AnswerValue> {
  try {
    return JSON.parse(String(form.get('earlier') ?? '{}')) as Record<string, AnswerValue>;
  } catch {
    return {};
  }
}

export const actions: Actions = {
  step: async (event) => {
    const { id } = event.params;
    const form = await event.request.formData();
    const page = String(form.get('page') ?? '');
    const client = api(event);
    const before = earlierAnswers(form);
    const shown = await client.tryForm({ params: { id }, body: { answers: before, page } }).catch(toError);
    const typed = readAnswers(shown.page?.fields ?? [], form);
    const onPage = new Set(shown.page?.fields.map(({ key }) => key));
    const others = Object.entries(before).filter(([key]) => !onPage.has(key));
    const answers = { ...Object.fromEntries(others), ...typed };
    const tried = await client
      .tryForm({ params: { id }, body: { answers, page } })
      .catch((refused: unknown) => toFail(refused));
    if (!('faults' in tried)) return tried;
    if (tried.issues.length > 0) return { trial: tried, answers, isDone: false };
    const next = tried.page?.next ?? null;
    if (next === null) return { trial: tried, answers, isDone: true };
    const onward = await client.tryForm({ params: { id }, body: { answers, page: next } }).catch(toError);
    // Nobody is told of faults on a page that they have just come to.
    return { trial: { ...onward, issues: [] }, answers, isDone: false };
  },
};
