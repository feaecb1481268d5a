import { redirect } from '@sveltejs/kit';
import { api, toError, toFail } from '#lib/server/api.ts';
import { onceKeyOf } from '#lib/shell/once-key.ts';
import type { Actions, PageServerLoad } from './$types';

/** The guide that it is about, as the address names it. */
function aboutOf(search: URLSearchParams): { code: string; version?: string } | undefined {
  const [code, version] = [search.get('matter'), search.get('version')];
  if (!code) return undefined;
  return version ? { code, version } : { code };
}

export const load: PageServerLoad = async (event) => {
  const text = event.url.searchParams.get('q') ?? '';
  const about = aboutOf(event.url.searchParams);
  if (about === undefined) return { text, about };
  const { code, ...query } = about;
  const guide = await api(event).getMatter({ params: { code }, query }).catch(toError);
  return { text, about: { code, name: guide.name, version: String(guide.version) } };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const values = { text: String(form.get('text') ?? ''), contact: String(form.get('contact') ?? '') };
    const asked = await api(event)
      .askQuestion({ body: { ...values, ...aboutOf(event.url.searchParams) }, idempotencyKey: onceKeyOf(form) })
      .catch((refused: unknown) => toFail(refused, { values }));
    return 'token' in asked ? redirect(303, `/ask/${asked.token}?received`) : asked;
  },
};
