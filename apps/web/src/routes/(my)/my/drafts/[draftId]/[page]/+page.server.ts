import { randomUUID } from 'node:crypto';
import { fail, redirect } from '@sveltejs/kit';
import { readAnswers } from '#lib/features/draft/read-answers.ts';
import { api, toError, toFail } from '#lib/server/api.ts';
import { passForm } from '#lib/server/form-body.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  const { draftId, page } = event.params;
  event.depends('app:draft');
  const draft = await api(event).getDraft({ params: { draftId }, query: { page } }).catch(toError);
  // Order is kept: who jumps ahead lands on the first page that is still to be done.
  const wanted = draft.pages.find(({ key }) => key === page);
  if (wanted === undefined || !wanted.isOpen) {
    const open = draft.pages.find(({ isComplete }) => !isComplete) ?? draft.pages[0];
    redirect(303, `/my/drafts/${draftId}/${open?.key ?? 'check'}`);
  }
  return { draft, pageKey: page, isFromCheck: event.url.searchParams.has('check'), submissionKey: randomUUID() };
};

function nextAfter(draft: { pages: readonly { key: string }[] }, page: string): string {
  const index = draft.pages.findIndex(({ key }) => key === page);
  return draft.pages[index + 1]?.key ?? 'check';
}

async function savePage(event: RequestEvent) {
  const { draftId, page } = event.params;
  const form = await event.request.formData();
  const client = api(event);
  const before = await client.getDraft({ params: { draftId }, query: { page } }).catch(toError);
  const values = readAnswers(before.page?.fields ?? [], form);
  const isLater = form.has('later');
  // A table asked for another row: what was typed is kept, and the page comes back.
  const stay = form.get('stay');
  const save = (isPartial: boolean) =>
    client.savePage({ params: { draftId, page }, body: { answers: values, isPartial } });
  const saved = await save(isLater || stay !== null).catch(async (refused: unknown) => {
    // Kept with its faults: an answer may bring up a question that was not on the page before.
    await save(true).catch(() => undefined);
    return toFail(refused, { values }, { strip: 'answers.' });
  });
  if (!('pages' in saved)) return saved;
  if (isLater) redirect(303, '/my/cases');
  if (typeof stay === 'string') redirect(303, `/my/drafts/${draftId}/${page}#${encodeURIComponent(stay)}`);
  redirect(
    303,
    `/my/drafts/${draftId}/${event.url.searchParams.has('check') && saved.isReady ? 'check' : nextAfter(saved, page)}`,
  );
}

export const actions: Actions = {
  save: savePage,
  upload: async (event) => {
    const { draftId } = event.params;
    const requirementKey = event.url.searchParams.get('requirement') ?? '';
    const params = { draftId, requirementKey };
    const uploaded = await passForm(event.request, (form) => api(event).uploadMaterial({ params, form })).catch(
      (refused: unknown) => toFail(refused, { requirement: requirementKey }),
    );
    return 'sha256' in uploaded ? { uploaded: uploaded.name } : uploaded;
  },
  remove: async (event) => {
    const form = await event.request.formData();
    const materialId = String(form.get('material') ?? '');
    const removed = await api(event)
      .removeMaterial({ params: { draftId: event.params.draftId, materialId } })
      .catch((refused: unknown) => toFail(refused));
    return removed ?? { removed: String(form.get('name') ?? '') };
  },
  copy: async (event) => {
    const { draftId, page } = event.params;
    const copied = await api(event)
      .copyLastApplication({ params: { draftId } })
      .catch((refused: unknown) => toFail(refused));
    return 'pages' in copied ? redirect(303, `/my/drafts/${draftId}/${page}`) : copied;
  },
  next: ({ params }) => redirect(303, `/my/drafts/${params.draftId}/check`),
  submit: async (event) => {
    const form = await event.request.formData();
    const idempotencyKey = String(form.get('key') ?? '');
    if (idempotencyKey === '') return fail(400, { message: '', issues: [], code: 'request.idempotency-key-missing' });
    const submitted = await api(event)
      .submitDraft({ params: { draftId: event.params.draftId }, body: {}, idempotencyKey })
      .catch((refused: unknown) => toFail(refused));
    if (!('caseId' in submitted)) return submitted;
    redirect(303, `/my/cases/${submitted.caseId}?submitted`);
  },
};
