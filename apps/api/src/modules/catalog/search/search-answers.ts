import type { catalogEndpoints, Input, Output } from '@yitang/contract';
import type { Call } from '../../../platform/endpoint/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { catalogKey } from '../catalog-key.ts';
import { raiseRevision } from '../publish-matters.ts';
import { SearchAnswer } from './search.entity.ts';

type Answered = Output<typeof catalogEndpoints.addSearchAnswer>;

const chain = 'catalog:search-answers';
const shown = 500;

const present = ({ id, word, answer, code, createdAt }: SearchAnswer): Answered => ({
  id,
  word,
  answer,
  code: code ?? null,
  createdAt: createdAt.toISOString(),
});

/**
 * Answers a word with a sentence on every instance within a second; a word has one answer, a later one replaces it.
 * @throws `request.invalid` where it leads to a matter that is not published
 */
export function addSearchAnswer(
  call: Call,
  wanted: Input<typeof catalogEndpoints.addSearchAnswer>['body'],
): Promise<Answered> {
  if (wanted.code !== null && call.deps.services.get(catalogKey).current().find(wanted.code) === undefined) {
    throw problem('request.invalid', {
      issues: [{ field: 'body.code', code: 'unknown', message: '没有这项已发布的事项，请核对编码。' }],
    });
  }
  return call.deps.runCommand(call, { name: 'catalog.add-search-answer' }, async (tx) => {
    const before = await tx.em.findOne(SearchAnswer, { word: wanted.word }, { disableIdentityMap: true });
    const id = before?.id ?? newId(tx.now.getTime());
    const row = { id, ...wanted, createdAt: tx.now };
    await tx.em.upsert(SearchAnswer, row);
    await raiseRevision(tx.em);
    const target = { type: 'search-answer', id: wanted.word };
    const was = before === null ? {} : { before: { answer: before.answer, code: before.code } };
    tx.audit({ action: 'catalog.add-search-answer', chain, target, outcome: 'done', ...was, after: wanted });
    return { ...row, createdAt: tx.now.toISOString() };
  });
}

export async function listSearchAnswers({ em }: Call): Promise<Answered[]> {
  const rows = await em.find(SearchAnswer, {}, { orderBy: { createdAt: 'desc', id: 'desc' }, limit: shown });
  return rows.map(present);
}

/** @throws `record.not-found` */
export function removeSearchAnswer(call: Call, id: string): Promise<void> {
  return call.deps.runCommand(call, { name: 'catalog.remove-search-answer' }, async (tx) => {
    const known = await tx.em.findOne(SearchAnswer, { id }, { disableIdentityMap: true });
    if (known === null || (await tx.em.nativeDelete(SearchAnswer, { id })) !== 1) throw problem('record.not-found');
    await raiseRevision(tx.em);
    const target = { type: 'search-answer', id: known.word };
    tx.audit({
      action: 'catalog.remove-search-answer',
      chain,
      target,
      outcome: 'done',
      before: { answer: known.answer },
    });
  });
}
