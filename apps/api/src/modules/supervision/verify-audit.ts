import { anchorKey, verifyAudit, type AuditReport } from '../../platform/audit/index.ts';
import type { Call } from '../../platform/endpoint/index.ts';

/** Recomputes the whole trail with the server's own key; `npm run verify-audit` does it without trusting the server. */
export async function verifyTrail(call: Call): Promise<AuditReport> {
  const { config, orm, runCommand } = call.deps;
  const report = await verifyAudit(orm.em.fork(), [anchorKey(config.keys.auditSigning).publicKey]);
  await runCommand(call, { name: 'audit.verify' }, async (tx) => {
    tx.audit({
      action: 'audit.verify',
      chain: 'audit',
      target: { type: 'audit', id: 'all' },
      outcome: 'done',
      after: report,
    });
  });
  return report;
}
