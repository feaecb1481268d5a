// `npm run verify-audit -- [--public-key FILE …]`: recomputes every chain and every signed anchor of the audit trail and names
// the first entry that is not as it was written; then the story of every case. With public keys it needs no secret, so another office can run it.
import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { entities } from '../apps/api/src/database/entities.ts';
import { openOrm } from '../apps/api/src/database/index.ts';
import { findFirstBrokenEvent } from '../apps/api/src/modules/case/index.ts';
import { anchorKey, verifyAudit } from '../apps/api/src/platform/audit/index.ts';
import { readConfiguration } from './lib/configuration.ts';
import { main, say } from './lib/say.ts';

const { values } = parseArgs({ options: { 'public-key': { type: 'string', multiple: true, default: [] } } });

await main(async () => {
  const config = readConfiguration();
  const given = values['public-key'].map((file) => createPublicKey(readFileSync(file)));
  const keys = given.length > 0 ? given : [anchorKey(config.keys.auditSigning).publicKey];
  const orm = await openOrm({ url: config.database.url, entities, poolSize: 1 });
  try {
    const report = await verifyAudit(orm.em.fork(), keys, (entries) => say(`${entries} entries …`));
    say(`${report.entries} entries in ${report.chains} chains, ${report.anchors} signed anchors.`);
    say(
      report.firstFault === null ? 'Nothing was changed, removed or reordered.' : `First fault: ${report.firstFault}`,
    );
    // The first fault of the stories is enough to know where to look.
    const broken = await findFirstBrokenEvent(orm.em.fork());
    say(
      broken === undefined
        ? 'The story of every case is whole.'
        : `First fault in a story: case ${broken.caseId}, event ${broken.seq} (${broken.fault}).`,
    );
    return report.isIntact && broken === undefined ? 0 : 1;
  } finally {
    await orm.close(true);
  }
});
