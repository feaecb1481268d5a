import type { Answer, caseEndpoints } from '@yitang/contract';
import { parseCaseNumber } from '@yitang/domain/numbering';
import type { Call } from '../../../platform/endpoint/index.ts';
import { activeGrant } from '../../../platform/principal/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { Case } from '../case.entity.ts';
import { getDirectory } from '../directory.ts';
import { getOfficeActor } from '../office-actor.ts';
import { requireHandledCase } from './require-handled-case.ts';

/**
 * The case of a number as somebody typed it, where the caller may look at it (SRCH-7).
 * @throws ProblemError `record.not-found` for somebody else's case as for none (R-AUTHZ-2)
 */
export async function findCaseByNumber(
  call: Call,
  typed: string,
): Promise<Answer<(typeof caseEndpoints)['findCaseByNumber']>> {
  const { em, deps, principal } = call;
  const number = parseCaseNumber(typed)?.number;
  const current = number === undefined ? null : await em.findOne(Case, { number }, { disableIdentityMap: true });
  if (current === null) throw problem('record.not-found');
  if (current.personId === principal.personId) return { id: current.id, place: 'mine' };
  if (activeGrant(principal) === undefined) throw problem('record.not-found');
  const actor = await getOfficeActor(call, await getDirectory(deps));
  await requireHandledCase(em, deps, { caseId: current.id, actor });
  return { id: current.id, place: 'office' };
}
