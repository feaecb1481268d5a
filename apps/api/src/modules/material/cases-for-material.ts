import type { UploadType } from '@yitang/domain/catalog';
import type { CertificateLayout, CertificateName } from '@yitang/domain/certificate';
import type { LocalText } from '@yitang/domain/vocabulary';
import type { Em } from '../../database/index.ts';
import type { Tx } from '../../platform/command/index.ts';
import { serviceKey, type Call } from '../../platform/endpoint/index.ts';

export interface UploadRequirement {
  readonly key: string;
  readonly accepts: readonly UploadType[];
  readonly maxBytes: number;
  readonly maxFiles: number;
}

/** What a certificate states, as the case has it on the day of the decision. */
export interface CertificateOrder {
  readonly applicantId: string;
  readonly holderName: string;
  readonly layout: CertificateLayout;
  /** Both languages, or Chinese alone. */
  readonly isBilingual: boolean;
  readonly values: Readonly<Partial<Record<CertificateName, LocalText>>>;
  readonly caseNumber: string;
  readonly matterName: string;
  /** People of the office who are told when it can't be printed. */
  readonly staff: readonly string[];
}

/** What this module asks of cases; the module that owns cases provides it. */
export interface CasesForMaterial {
  /** The requirement of an own draft that is to be uploaded by its applicant. @throws record.not-found */
  getUploadRequirement(call: Call, draftId: string, requirementKey: string): Promise<UploadRequirement>;
  /** The draft is the caller's own. @throws record.not-found */
  requireOwnDraft(call: Call, draftId: string): Promise<void>;
  /** The caller owns the draft or the case, or handles the case. @throws record.not-found */
  requireMaterialReader(
    call: Call,
    owner: { readonly kind: 'draft' | 'case'; readonly id: string; readonly personId: string },
  ): Promise<void>;
  /** The caller owns the case or handles it. @throws record.not-found */
  requireCertificateReader(call: Call, caseId: string): Promise<void>;
  /** The caller heads the department that decided the case. @throws record.not-found */
  requireCertificateRevoker(call: Call, caseId: string): Promise<void>;
  /** undefined: there is nothing to issue (no layout, or the decision no longer stands). */
  findCertificateOrder(em: Em, caseId: string): Promise<CertificateOrder | undefined>;
  /** In the transaction of the issue, the refusal or the revocation: an event, and the delivery of what was issued. */
  noteCertificate(tx: Tx, note: CertificateNote): Promise<void>;
}

export interface CertificateNote {
  readonly caseId: string;
  readonly outcome: 'issued' | 'blocked' | 'revoked';
  readonly number?: string;
}

export const casesForMaterialKey = serviceKey<CasesForMaterial>('material.cases');
