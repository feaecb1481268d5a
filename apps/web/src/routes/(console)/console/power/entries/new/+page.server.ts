import { redirect } from '@sveltejs/kit';
import { readPower } from '#lib/features/catalog-power/read-power.ts';
import { api, toError, toFail } from '#lib/server/api.ts';
import type { Actions, PageServerLoad } from './$types';
import { onceKeyOf } from '#lib/shell/once-key.ts';

export const load: PageServerLoad = async (event) => {
  const client = api(event);
  const [{ departments }, { mayEnter }] = await Promise.all([
    client.getCatalogConsole().catch(toError),
    client.listPowerEntries({ query: { limit: 1 } }).catch(toError),
  ]);
  return { departments, mayEnter, department: event.url.searchParams.get('department') ?? departments[0]?.id ?? '' };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const departmentId = String(form.get('departmentId') ?? '');
    const content = readPower(form);
    const made = await api(event)
      .createPowerEntry({ body: { departmentId, content }, idempotencyKey: onceKeyOf(form) })
      .catch((refused: unknown) => toFail(refused, { content, departmentId }, { strip: 'content.' }));
    return 'code' in made && !('message' in made) && typeof made.code === 'string' && made.code.startsWith('QL-')
      ? redirect(303, `/console/power/entries/${made.code}?saved`)
      : made;
  },
};
