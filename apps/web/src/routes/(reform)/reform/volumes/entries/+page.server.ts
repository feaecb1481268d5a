import { api, toError } from '#lib/server/api.ts';
import { toRefusedQuery } from '#lib/server/refused-query.ts';
import type { PageServerLoad } from './$types';

const names = ['matter', 'month', 'source', 'department'] as const;

export const load: PageServerLoad = async (event) => {
  const client = api(event);
  const search = event.url.searchParams;
  const filter: Partial<Record<(typeof names)[number], string>> = Object.fromEntries(
    names.flatMap((name) => {
      const value = search.get(name)?.trim() ?? '';
      return value === '' ? [] : [[name, value] as const];
    }),
  );
  const after = search.get('after') ?? undefined;
  const [sources, answer] = await Promise.all([
    client.listVolumeSources().catch(toError),
    client.listVolumeEntries({ query: { ...filter, after, limit: 50 } }).catch(toRefusedQuery),
  ]);
  const entries = 'items' in answer ? answer : undefined;
  return {
    filter,
    isFirst: after === undefined,
    sources: sources.items,
    entries,
    issues: 'issues' in answer ? answer.issues : [],
  };
};
