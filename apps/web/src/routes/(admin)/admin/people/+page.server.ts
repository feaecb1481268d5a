import { fail } from '@sveltejs/kit';
import { readPeopleView } from '#lib/features/admin/people-href.ts';
import { readScope } from '#lib/features/admin/scope-value.ts';
import { api, toError, toFail } from '#lib/server/api.ts';
import { toRefusedQuery } from '#lib/server/refused-query.ts';
import { onceKeyOf } from '#lib/shell/once-key.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const client = api(event);
  const view = readPeopleView(event.url.searchParams);
  const [people, scopes, { site }] = await Promise.all([
    client.listPeople({ query: { q: view.q, role: view.role, after: view.after } }).catch(toRefusedQuery),
    view.person === undefined ? undefined : client.listScopes().catch(toError),
    event.parent(),
  ]);
  const list = 'items' in people ? people : { items: [], next: undefined };
  return {
    view,
    people: list,
    person: list.items.find(({ id }) => id === view.person),
    scopes: scopes?.items ?? [],
    today: new Intl.DateTimeFormat('sv-SE', { timeZone: site.timeZone }).format(),
    issues: 'items' in people ? [] : people.issues,
  };
};

const textOf = (form: FormData, name: string) => String(form.get(name) ?? '').trim();

export const actions: Actions = {
  give: async (event) => {
    const form = await event.request.formData();
    const grant = {
      role: textOf(form, 'role'),
      scope: textOf(form, 'scope'),
      from: textOf(form, 'from'),
      until: textOf(form, 'until'),
    };
    const { role, from, until } = grant;
    type Wanted = Parameters<ReturnType<typeof api>['giveGrant']>[0]['body'];
    const body = {
      personId: textOf(form, 'personId'),
      role: role as Wanted['role'],
      ...readScope(grant.scope),
      from,
      until: until === '' ? null : until,
    };
    return api(event)
      .giveGrant({ body, idempotencyKey: onceKeyOf(form) })
      .then(() => ({ done: 'given' as const }))
      .catch((refused: unknown) => {
        const failure = toFail(refused, { grant });
        // The page has one box for what the wire has two fields for.
        const issues = failure.data.issues.map(({ field, message }) => ({
          field: field.startsWith('scope') ? 'scope' : field,
          message,
        }));
        return fail(failure.status, { ...failure.data, issues });
      });
  },
  revoke: async (event) => {
    const id = textOf(await event.request.formData(), 'grant');
    return api(event)
      .revokeGrant({ params: { id } })
      .then(() => ({ done: 'revoked' as const }))
      .catch((refused: unknown) => toFail(refused));
  },
  setState: async (event) => {
    const form = await event.request.formData();
    const reason = textOf(form, 'reason');
    const isDisabled = textOf(form, 'isDisabled') !== '';
    return api(event)
      .setAccountState({ params: { id: textOf(form, 'personId') }, body: { isDisabled, reason } })
      .then(() => ({ done: isDisabled ? ('disabled' as const) : ('enabled' as const) }))
      .catch((refused: unknown) => toFail(refused, { reason }));
  },
};
