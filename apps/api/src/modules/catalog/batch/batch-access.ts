import type { Call } from '../../../platform/endpoint/index.ts';
import { requireIn } from '../draft/draft-access.ts';

/** @throws `access.denied` where the caller may not publish for one of the departments */
export function requireWithin(call: Call, drafts: readonly { readonly departmentId: string }[]): void {
  for (const departmentId of new Set(drafts.map((draft) => draft.departmentId))) {
    requireIn(call, 'catalog.publish', departmentId);
  }
}
