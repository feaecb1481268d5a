import type { Call } from '../../../platform/endpoint/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { raiseRevision } from '../publish-matters.ts';
import { Synonym } from './search.entity.ts';

const chain = 'catalog:synonyms';
const shown = 500;

/** Makes a word find what another word finds, on every instance within a second. */
export function addSynonym(
  call: Call,
  synonym: { readonly word: string; readonly means: string },
): Promise<{ word: string; means: string }> {
  return call.deps.runCommand(call, { name: 'catalog.add-synonym' }, async (tx) => {
    const known = await tx.em.findOne(Synonym, synonym, { disableIdentityMap: true });
    if (known === null) {
      await tx.em.insert(Synonym, { id: newId(tx.now.getTime()), ...synonym, createdAt: tx.now });
      await raiseRevision(tx.em);
    }
    const target = { type: 'synonym', id: synonym.word };
    tx.audit({ action: 'catalog.add-synonym', chain, target, outcome: 'done', after: synonym });
    return synonym;
  });
}

export async function listSynonyms({ em }: Call) {
  const rows = await em.find(Synonym, {}, { orderBy: { createdAt: 'desc', id: 'desc' }, limit: shown });
  return rows.map(({ id, word, means, createdAt }) => ({ id, word, means, createdAt: createdAt.toISOString() }));
}

/** @throws `record.not-found` */
export function removeSynonym(call: Call, id: string): Promise<void> {
  return call.deps.runCommand(call, { name: 'catalog.remove-synonym' }, async (tx) => {
    const known = await tx.em.findOne(Synonym, { id }, { disableIdentityMap: true });
    if (known === null || (await tx.em.nativeDelete(Synonym, { id })) !== 1) throw problem('record.not-found');
    await raiseRevision(tx.em);
    const { word, means } = known;
    const target = { type: 'synonym', id: word };
    tx.audit({ action: 'catalog.remove-synonym', chain, target, outcome: 'done', before: { word, means } });
  });
}
