import { randomUUID } from 'node:crypto';
import { fail, redirect, type ServerLoadEvent } from '@sveltejs/kit';
import { ApiError } from '@yitang/contract';
import { readAnswers } from '#lib/features/draft/read-answers.ts';
import { api, toError, toFail } from '#lib/server/api.ts';
import { passForm } from '#lib/server/form-body.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  const { draftId, page } = event.params;
  event.depends('app:draft');
  const draft = await api(event)
    .getDraft({ params: { draftId }, query: { page } })
    .catch((refused: unknown) => leadOn(event, refused));
  // Order is kept: who jumps ahead lands on the first page that is still to be done, and is told why.
  const wanted = draft.pages.find(({ key }) => key === page);
  if (wanted === undefined || !wanted.isOpen) {
    const open = draft.pages.find(({ isComplete }) => !isComplete) ?? draft.pages[0];
    redirect(303, `/my/drafts/${draftId}/${open?.key ?? 'check'}?unfinished`);
  }
  const asked = event.url.searchParams;
  return {
    draft,
    pageKey: page,
    isFromCheck: asked.has('check'),
    isUnfinished: asked.has('unfinished'),
    submissionKey: randomUUID(),
  };
};

/**
 * Where somebody goes whose draft cannot be gone on with. Once it is handed in it is a case under the same id, and going
 * back in the browser leads to that; of a matter that takes nothing in now the guide says why, and until when.
 */
async function leadOn(event: ServerLoadEvent, refused: unknown): Promise<never> {
  if (!(refused instanceof ApiError)) throw refused;
  const id = event.params['draftId'] ?? '';
  const client = api(event);
  if (refused.problem.code === 'catalog.not-in-force') {
    const { items } = await client.listDrafts().catch(toError);
    const code = items.find((draft) => draft.id === id)?.matter.code;
    if (code !== undefined) redirect(303, `/matters/${encodeURIComponent(code)}?draft=kept`);
  }
  if (refused.status !== 404) return toError(refused);
  await client.getMyCase({ params: { id } }).catch(() => toError(refused));
  return redirect(303, `/my/cases/${id}`);
}

function nextAfter(draft: { pages: readonly { key: string }[] }, page: string): string {
  const index = draft.pages.findIndex(({ key }) => key === page);
  return draft.pages[index + 1]?.key ?? 'check';
}

async function savePage(event: RequestEvent) {
  const { draftId, page } = event.params;
  const form = await event.request.formData();
  const client = api(event);
  const before = await client
    .getDraft({ params: { draftId }, query: { page } })
    .catch((refused: unknown) => toFail(refused));
  if (!('pages' in before)) return before;
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
