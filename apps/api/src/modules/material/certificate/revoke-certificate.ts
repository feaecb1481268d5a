import { civilDateAt } from '@yitang/domain/calendar';
import { affectedRows } from '../../../database/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { casesForMaterialKey } from '../cases-for-material.ts';
import { findCertificate } from './find-certificate.ts';

/** Whoever scans it from now on is told; the file itself can't be called back. */
export async function revokeCertificate(call: Call, caseId: string, reason: string): Promise<void> {
  const cases = call.deps.services.get(casesForMaterialKey);
  await cases.requireCertificateRevoker(call, caseId);
  await call.deps.runCommand(call, { name: 'certificate.revoke' }, async (tx) => {
    const certificate = await findCertificate(tx.em, caseId);
    if (certificate === undefined) throw problem('record.not-found');
    const revoked = await affectedRows(
      tx.em,
      'update certificates set revoked_on = ?, revoked_at = ?, revoked_by = ?, revoked_reason = ? where id = ? and revoked_on is null',
      [civilDateAt(tx.now, call.deps.config.timeZone), tx.now, tx.principal.personId ?? null, reason, certificate.id],
    );
    if (revoked === 0) throw problem('case.not-allowed');
    tx.audit({
      action: 'certificate.revoke',
      chain: `case:${caseId}`,
      target: { type: 'certificate', id: certificate.id },
      outcome: 'done',
      after: { number: certificate.number, reason },
    });
    await cases.noteCertificate(tx, { caseId, outcome: 'revoked', number: certificate.number });
  });
}
