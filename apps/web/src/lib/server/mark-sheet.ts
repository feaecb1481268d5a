import { redirect } from '@sveltejs/kit';
import { ApiError, type PassedForm } from '@yitang/contract';
import { api, type Api } from './api.ts';
import type { Asker } from './ask-api.ts';
import { passForm } from './form-body.ts';

interface Marking {
  /** The page of the import, which says why a file cannot be marked. */
  readonly page: string;
  readonly fileName: string;
  readonly send: (client: Api, form: PassedForm) => Promise<unknown>;
}

/** Passes a sheet on to the API and hands back the marked one; nothing is kept. */
export async function markSheet(event: Asker, { page, fileName, send }: Marking): Promise<Response> {
  const client = api(event, new URL(page, event.url));
  const file = await passForm(event.request, (form) => send(client, form)).catch((refused: unknown) => {
    if (!(refused instanceof ApiError)) throw refused;
    redirect(303, `${page}?refused=${reasonOf(refused)}`);
  });
  return new Response(file as ArrayBuffer, {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="marked.xlsx"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    },
  });
}

function reasonOf({ problem: { code, issues } }: ApiError): string {
  if (issues.some(({ field }) => field === 'file')) return 'missing';
  if (code === 'import.unreadable') return 'unreadable';
  return code === 'request.too-large' ? 'too-large' : 'other';
}
