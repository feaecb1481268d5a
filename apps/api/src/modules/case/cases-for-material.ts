import { askedUploads } from '@yitang/domain/case';
import { filledAnswers } from '@yitang/domain/form';
import type { Call, Deps } from '../../platform/endpoint/index.ts';
import { activeGrant } from '../../platform/principal/index.ts';
import { problem } from '../../platform/problem/index.ts';
import type { CasesForMaterial } from '../material/index.ts';
import { findCertificateOrder } from './certificate/find-certificate-order.ts';
import { noteCertificate } from './certificate/note-certificate.ts';
import { getDirectory } from './directory.ts';
import { loadDraftContext, requireOwnDraft } from './draft/draft-context.ts';
import { givenAnswers } from './draft/draft-state.ts';
import { getOfficeActor, maySee, relationTo, type OfficeActor } from './office-actor.ts';
import { findCase, type LoadedCase } from './record/load-case.ts';

/** What files and certificates ask of cases. */
export function casesForMaterial(deps: Deps): CasesForMaterial {
  return {
    getUploadRequirement: async (call, draftId, requirementKey) => {
      const directory = await getDirectory(deps);
      const draft = await requireOwnDraft(call.em, call, draftId);
      const context = await loadDraftContext(call.em, call, { draft, directory });
      const asked = askedUploads(
        { requirements: context.matter.guide.materials },
        filledAnswers(givenAnswers(context)),
      );
      const requirement = asked.find(({ key }) => key === requirementKey);
      if (requirement === undefined) throw problem('record.not-found');
      return requirement;
    },
    requireOwnDraft: async (call, draftId) => void (await requireOwnDraft(call.em, call, draftId)),
    requireMaterialReader: async (call, { kind, id, personId }) => {
      if (personId === call.principal.personId) return;
      if (kind === 'draft') throw problem('record.not-found');
      await requireHandler(call, id);
    },
    requireCertificateReader: async (call, caseId) => {
      const loaded = await findCase(call.em, deps, caseId);
      if (loaded === undefined) throw problem('record.not-found');
      if (loaded.current.personId !== call.principal.personId) await requireHandler(call, caseId);
    },
    requireCertificateRevoker: async (call, caseId) => {
      const { loaded, actor } = await requireHandler(call, caseId);
      // Of the department that offers the matter, or of the one whose post decided.
      const { isHead, isHoldersHead } = relationTo(actor, loaded.current);
      if (!isHead && !isHoldersHead) throw problem('record.not-found');
    },
    findCertificateOrder: (em, caseId) => findCertificateOrder(deps, em, caseId),
    noteCertificate: (tx, note) => noteCertificate(deps, tx, note),
  };
}

/** @throws ProblemError `record.not-found` for everybody whose posts have nothing to do with the case */
async function requireHandler(call: Call, caseId: string): Promise<{ loaded: LoadedCase; actor: OfficeActor }> {
  const grant = activeGrant(call.principal);
  if (grant === undefined || !['clerk', 'head', 'counter-clerk'].includes(grant.role))
    throw problem('record.not-found');
  const actor = await getOfficeActor(call, await getDirectory(call.deps));
  const loaded = await findCase(call.em, call.deps, caseId);
  if (loaded === undefined || !maySee(actor, loaded.current, loaded.route)) throw problem('record.not-found');
  return { loaded, actor };
}
