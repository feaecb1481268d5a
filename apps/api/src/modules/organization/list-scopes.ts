import type { adminEndpoints, Answer } from '@yitang/contract';
import type { Em } from '../../database/index.ts';
import { listCampuses, listCounters, listDepartments } from './list-departments.ts';
import { Office } from './organization.entity.ts';

/** What a grant can be narrowed to, the widest first; an office is named with its department. Four statements. */
export async function listScopes(em: Em): Promise<Answer<typeof adminEndpoints.listScopes>> {
  const departments = await listDepartments(em);
  const names = new Map(departments.map(({ id, name }) => [id, name]));
  const offices = await em.find(Office, {}, { orderBy: { code: 'asc' }, disableIdentityMap: true });
  return {
    items: [
      ...(await listCampuses(em)).map(({ id, name }) => ({ kind: 'campus' as const, id, name })),
      ...departments.map(({ id, name }) => ({ kind: 'department' as const, id, name })),
      ...offices.map(({ id, name, departmentId }) => ({
        kind: 'office' as const,
        id,
        name: [names.get(departmentId), name].filter((part) => part !== undefined).join(' '),
      })),
      ...(await listCounters(em)).map(({ id, name }) => ({ kind: 'counter' as const, id, name })),
    ],
  };
}
