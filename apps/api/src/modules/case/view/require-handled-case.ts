import type { Em } from '../../../database/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { maySee, type OfficeActor } from '../office-actor.ts';
import { findCase, type CaseSources, type LoadedCase } from '../record/load-case.ts';

/** @throws ProblemError `record.not-found` for a case of other posts as for none (R-AUTHZ-2); the refusal is logged */
export async function requireHandledCase(
  em: Em,
  deps: CaseSources,
  { caseId, actor }: { caseId: string; actor: OfficeActor },
): Promise<LoadedCase> {
  const loaded = await findCase(em, deps, caseId);
  if (loaded === undefined || !maySee(actor, loaded.current, loaded.route)) throw problem('record.not-found');
  return loaded;
}
