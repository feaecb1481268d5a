import type { Call } from '../../../platform/endpoint/index.ts';
import { catalogKey } from '../../catalog/index.ts';

/** What the department with an id is called today. */
export function departmentNames(call: Pick<Call, 'deps'>): (departmentId: string) => string {
  const snapshot = call.deps.services.get(catalogKey).current();
  return (departmentId) => snapshot.findDepartment(departmentId)?.name ?? '';
}
