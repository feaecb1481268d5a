import type { adminEndpoints, Answer } from '@yitang/contract';
import type { Em } from '../../database/index.ts';
import { listCampuses, listDepartments } from './list-departments.ts';
import { Counter, Office } from './organization.entity.ts';

const byCode = { orderBy: { code: 'asc' }, disableIdentityMap: true } as const;

/** What a grant can be narrowed to, the widest first; an office is named with its department. Four statements. */
export async function listScopes(em: Em): Promise<Answer<typeof adminEndpoints.listScopes>> {
  const departments = await listDepartments(em);
  const names = new Map(departments.map(({ id, name }) => [id, name]));
  const offices = await em.find(Office, {}, byCode);
  const counters = await em.find(Counter, {}, byCode);
  return {
    items: [
      ...(await listCampuses(em)).map(({ id, name }) => ({ kind: 'campus' as const, id, name })),
      ...departments.map(({ id, name }) => ({ kind: 'department' as const, id, name })),
      ...offices.map(({ id, name, departmentId }) => ({
        kind: 'office' as const,
        id,
        name: [names.get(departmentId), name].filter((part) => part !== undefined).join(' '),
      })),
      ...counters.map(({ id, name }) => ({ kind: 'counter' as const, id, name })),
    ],
  };
}
