import type { Call } from '../../platform/endpoint/index.ts';
import { newId } from '../../platform/ids/index.ts';
import { raiseRevision } from './publish-matters.ts';
import { Synonym } from './search/search.entity.ts';

/** Makes a word find what another word finds, on every instance within a second. */
export function addSynonym(
  call: Call,
  synonym: { readonly word: string; readonly means: string },
): Promise<{ word: string; means: string }> {
  return call.deps.runCommand(call, { name: 'catalog.add-synonym' }, async (tx) => {
    const known = await tx.em.findOne(Synonym, synonym, { disableIdentityMap: true });
    if (known === null) {
      await tx.em.insert(Synonym, { id: newId(), ...synonym, createdAt: tx.now });
      await raiseRevision(tx.em);
    }
    tx.audit({
      action: 'catalog.add-synonym',
      chain: 'catalog:synonyms',
      target: { type: 'synonym', id: synonym.word },
      outcome: 'done',
      after: synonym,
    });
    return synonym;
  });
}
