import { fail, redirect } from '@sveltejs/kit';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async ({ request }) => {
    const typed = String((await request.formData()).get('code') ?? '');
    const code = typed.normalize('NFKC').replaceAll(/[^\w]/g, '').toUpperCase();
    if (code === '') return fail(422, { typed, isEmpty: true });
    redirect(303, `/verify/${encodeURIComponent(code)}`);
  },
};
