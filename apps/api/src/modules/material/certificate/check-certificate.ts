import type { CertificateCheckData } from '@yitang/contract';
import { civilDateAt } from '@yitang/domain/calendar';
import { certificateStateOn } from '@yitang/domain/certificate';
import { parseVerificationCode } from '@yitang/domain/numbering';
import { textIn } from '@yitang/domain/vocabulary';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { Certificate } from './certificate.entity.ts';

/**
 * What whoever scanned the code may know: valid or not, of whom (masked), and the hash of the file to compare with.
 * @throws ProblemError `record.not-found`, `request.too-many`
 */
export async function checkCertificate(call: Call, typed: string): Promise<CertificateCheckData> {
  await call.deps.limits.passSensitive('certificate.check', { address: call.principal.address });
  const code = parseVerificationCode(typed);
  const certificate =
    code === undefined ? null : await call.em.findOne(Certificate, { code }, { disableIdentityMap: true });
  if (certificate === null) throw problem('record.not-found');
  const { number, holderMasked, issuedOn, sha256, isDemo, title, issuer } = certificate;
  const dates = { validUntil: certificate.validUntil ?? null, revokedOn: certificate.revokedOn ?? null };
  const { locale } = call.principal;
  return {
    state: certificateStateOn(dates, civilDateAt(call.now, call.deps.config.timeZone)),
    title: textIn(locale, title),
    issuer: textIn(locale, issuer),
    ...{ number, holderMasked, issuedOn, sha256, ...dates },
    isDemo: isDemo === true,
  };
}
