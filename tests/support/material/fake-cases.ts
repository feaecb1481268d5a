import type { ApiModule, Call } from '../../../apps/api/src/platform/endpoint/index.ts';
import { problem } from '../../../apps/api/src/platform/problem/index.ts';
import {
  casesForMaterialKey,
  type CasesForMaterial,
  type CertificateNote,
  type CertificateOrder,
  type UploadRequirement,
} from '../../../apps/api/src/modules/material/index.ts';

/** Stands for the module that owns cases: drafts and cases are whatever a test says they are. */
export class FakeCases implements CasesForMaterial {
  /** Person who owns a draft or case, by its id. */
  readonly owners = new Map<string, string>();
  /** Person who handles a case, by its id. */
  readonly handlers = new Map<string, string>();
  readonly requirements = new Map<string, UploadRequirement>();
  readonly orders = new Map<string, CertificateOrder>();
  readonly notes: CertificateNote[] = [];

  get module(): ApiModule {
    return { name: 'fake-cases', provide: ({ services }) => services.provide(casesForMaterialKey, this) };
  }

  async getUploadRequirement(call: Call, draftId: string, requirementKey: string): Promise<UploadRequirement> {
    await this.requireOwnDraft(call, draftId);
    const requirement = this.requirements.get(requirementKey);
    if (requirement === undefined) throw problem('record.not-found');
    return requirement;
  }

  async requireOwnDraft(call: Call, draftId: string): Promise<void> {
    if (this.owners.get(draftId) !== call.principal.personId) throw problem('record.not-found');
  }

  async requireMaterialReader(call: Call, owner: { readonly id: string }): Promise<void> {
    const { personId } = call.principal;
    if (personId === undefined || ![this.owners.get(owner.id), this.handlers.get(owner.id)].includes(personId))
      throw problem('record.not-found');
  }

  requireCertificateReader(call: Call, caseId: string): Promise<void> {
    return this.requireMaterialReader(call, { id: caseId });
  }

  async requireCertificateRevoker(call: Call, caseId: string): Promise<void> {
    if (this.handlers.get(caseId) !== call.principal.personId) throw problem('record.not-found');
  }

  async findCertificateOrder(_em: unknown, caseId: string): Promise<CertificateOrder | undefined> {
    return this.orders.get(caseId);
  }

  async noteCertificate(_tx: unknown, note: CertificateNote): Promise<void> {
    this.notes.push(note);
  }
}
