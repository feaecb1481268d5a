import { ApiError } from '@yitang/contract';
import { redirect } from '@sveltejs/kit';
import { api, toError, toFail } from '#lib/server/api.ts';
import { onceKeyOf } from '#lib/shell/once-key.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => ({
  current: await api(event)
    .getOfficeCase({ params: { id: event.params.id } })
    .catch(toError),
  done: event.url.searchParams.get('done'),
});

/** What a clerk typed, kept whatever the answer is. */
type Kept = Record<string, string>;

function readKept(form: FormData): Kept {
  const kept: Kept = {};
  for (const [name, value] of form) if (typeof value === 'string') kept[name] = value;
  return kept;
}

const noteOf = (kept: Kept) => (kept['note']?.trim() ? { note: kept['note'] } : {});

/** Runs one act; who comes second is told, sees the latest state and keeps what was typed. */
async function run(event: RequestEvent, act: string, call: (kept: Kept, form: FormData) => Promise<unknown>) {
  const form = await event.request.formData();
  const kept = readKept(form);
  try {
    await call(kept, form);
  } catch (refused) {
    return toFail(refused, {
      act,
      kept,
      ticked: form.getAll('item').map(String),
      isChanged: refused instanceof ApiError && refused.problem.code === 'record.changed',
    });
  }
  redirect(303, `/office/cases/${event.params.id}?done=${act}`);
}

const reasoned = (kept: Kept) => ({
  version: Number(kept['version']),
  reason: kept['reason'] ?? '',
  basis: kept['basis'] ?? '',
});

/** What is no number is left to the rules, which say so with all the rest. */
const wantedExtension = (kept: Kept) => ({
  ...reasoned(kept),
  days: Number(kept['days']) || 0,
  ...(kept['procedure'] !== undefined && { procedure: kept['procedure'] }),
});

export const actions: Actions = {
  accept: (event) =>
    run(event, 'accept', (kept) =>
      api(event).acceptCase({ params: event.params, body: { version: Number(kept['version']), ...noteOf(kept) } }),
    ),
  pass: (event) =>
    run(event, 'pass', (kept) =>
      api(event).passCase({ params: event.params, body: { version: Number(kept['version']), ...noteOf(kept) } }),
    ),
  approve: (event) =>
    run(event, 'approve', (kept) =>
      api(event).approveCase({ params: event.params, body: { version: Number(kept['version']), ...noteOf(kept) } }),
    ),
  refuse: (event) =>
    run(event, 'refuse', (kept) => api(event).refuseCase({ params: event.params, body: reasoned(kept) })),
  decline: (event) =>
    run(event, 'decline', (kept) => api(event).declineCase({ params: event.params, body: reasoned(kept) })),
  correct: (event) =>
    run(event, 'correct', (kept, form) => {
      const items = form
        .getAll('item')
        .map((field) => ({ field: String(field), reason: kept[`reason:${String(field)}`] ?? '' }));
      const message = kept['message']?.trim() ? { message: kept['message'] } : {};
      const second = kept['second']?.trim() ? { secondRoundReason: kept['second'] } : {};
      return api(event).requestCorrection({
        params: event.params,
        body: { version: Number(kept['version']), items, ...message, ...second },
      });
    }),
  suspend: (event) =>
    run(event, 'suspend', (kept) =>
      api(event).suspendCase({
        params: event.params,
        body: {
          version: Number(kept['version']),
          ground: kept['ground'] ?? '',
          basis: kept['basis'] ?? '',
          expectedOn: kept['expectedOn'] ?? '',
        },
      }),
    ),
  resume: (event) =>
    run(event, 'resume', (kept) =>
      api(event).resumeCase({ params: event.params, body: { version: Number(kept['version']), ...noteOf(kept) } }),
    ),
  'request-extension': (event) =>
    run(event, 'request-extension', (kept) =>
      api(event).requestExtension({ params: event.params, body: wantedExtension(kept) }),
    ),
  extend: (event) =>
    run(event, 'extend', (kept) => api(event).extendCase({ params: event.params, body: wantedExtension(kept) })),
  'approve-extension': (event) =>
    run(event, 'approve-extension', (kept) =>
      api(event).approveExtension({
        params: event.params,
        body: { version: Number(kept['version']), ...noteOf(kept) },
      }),
    ),
  'decline-extension': (event) =>
    run(event, 'decline-extension', (kept) =>
      api(event).declineExtension({
        params: event.params,
        body: { version: Number(kept['version']), reason: kept['reason'] ?? '' },
      }),
    ),
  visit: (event) =>
    run(event, 'visit', (kept, form) =>
      api(event).recordVisit({
        params: event.params,
        // The API refuses what is not in its lists, with a sentence.
        body: { kind: kept['kind'] as 'counter', reason: kept['reason'] as 'submit' },
        idempotencyKey: onceKeyOf(form),
      }),
    ),
  notice: (event) =>
    run(event, 'notice', (kept) =>
      api(event).linkArrival({ params: event.params, body: { noticeNumber: kept['noticeNumber'] ?? '' } }),
    ),
  reveal: async (event) => {
    const form = await event.request.formData();
    const kept = readKept(form);
    const purpose = kept['purpose'] ?? '';
    try {
      const body = { fields: form.getAll('field').map(String), purpose };
      return { revealed: (await api(event).revealFields({ params: event.params, body })).values, purpose };
    } catch (refused) {
      return toFail(refused, { act: 'reveal', kept, isChanged: false });
    }
  },
};
