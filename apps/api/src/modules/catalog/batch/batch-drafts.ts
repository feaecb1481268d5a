import { findBatchBreaches, type BatchBreach, type BatchBreachKind, type MatterContent } from '@yitang/domain/catalog';
import { isBlocking } from '@yitang/domain/consistency';
import type { Issue } from '@yitang/contract';
import { inPieces, type Em } from '../../../database/index.ts';
import { presentBreach } from '../consistency/breach.presenter.ts';
import { checkChanges } from '../consistency/check-drafts.ts';
import type { RuleSource } from '../consistency/rule-facts.ts';
import { MatterDraft } from '../draft/draft.entity.ts';
import { rowsAtOnce, standingsOf, type Places } from '../matter-places.ts';
import { findStranding } from './find-stranding.ts';

const slim = [
  'id',
  'code',
  'name',
  'operation',
  'departmentId',
  'status',
  'baseVersion',
  'successorCode',
  'batchId',
] as const;
export type SlimDraft = Pick<MatterDraft, (typeof slim)[number]>;

/** The drafts of a batch without their contents, by code. */
export function findBatchDrafts(em: Em, batchId: string): Promise<SlimDraft[]> {
  return em.find(MatterDraft, { batchId }, { fields: slim, orderBy: { code: 'asc' }, disableIdentityMap: true });
}

/** Codes whose standing decides whether the drafts may be published. */
export const codesOf = (drafts: readonly SlimDraft[]): string[] =>
  drafts.flatMap(({ code, successorCode }) => (typeof successorCode === 'string' ? [code, successorCode] : [code]));

export interface BreachSentence {
  readonly draftId: string;
  readonly message: string;
}

/** What the drafts will have published, by id; those that retire a matter publish no content. */
export async function loadContents(em: Em, drafts: readonly SlimDraft[]): Promise<Map<string, MatterContent>> {
  const contents = new Map<string, MatterContent>();
  const ids = drafts.filter(({ operation }) => operation !== 'retire').map(({ id }) => id);
  for (const piece of inPieces(ids, rowsAtOnce)) {
    const where = { id: { $in: [...piece] } };
    const rows = await em.find(MatterDraft, where, { fields: ['content'], disableIdentityMap: true });
    for (const { id, content } of rows) contents.set(id, content);
  }
  return contents;
}

/** What is published, in which places, with which contents. */
export interface Publishable {
  readonly drafts: readonly SlimDraft[];
  readonly places: Places;
  readonly contents: ReadonlyMap<string, MatterContent>;
}

/** What forbids that drafts are published now, each in a sentence: where they stand, every rule that they break, and cases that they would strand. */
export async function findBreaches(
  source: RuleSource,
  { drafts, places, contents }: Publishable,
): Promise<BreachSentence[]> {
  const breaches = await checkChanges(
    source,
    drafts.map(({ id, code, operation }) => ({ code, operation, content: contents.get(id) })),
  );
  const broken = drafts.flatMap(({ id, code, name }) =>
    (breaches.get(code) ?? []).filter(isBlocking).map((breach): BreachSentence => {
      const { sentence, fix } = presentBreach(breach);
      return { draftId: id, message: `${name}（${code}）：${sentence}${fix}` };
    }),
  );
  return [...breachesOf(drafts, places), ...broken, ...(await findStranding(source, { drafts, places }))];
}

function breachesOf(drafts: readonly SlimDraft[], places: Places): BreachSentence[] {
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  const judged = drafts.map((draft) => ({
    ...draft,
    baseVersion: draft.baseVersion ?? null,
    successorCode: draft.successorCode ?? null,
  }));
  return findBatchBreaches(judged, standingsOf(places)).flatMap((breach) => {
    const draft = byId.get(breach.draftId);
    if (draft === undefined) return [];
    return [{ draftId: draft.id, message: `${draft.name}（${draft.code}）：${sentences[breach.kind](breach, draft)}` }];
  });
}

const sentences: Readonly<Record<BatchBreachKind, (breach: BatchBreach, draft: SlimDraft) => string>> = {
  'not-ready': () => '草稿还没有审核通过。请先完成审核，或移出批次。',
  'code-taken': () => '事项编码已被使用，请放弃该草稿，重新新增。',
  'base-changed': ({ latest }, { baseVersion }) =>
    `草稿基于第 ${baseVersion ?? 0} 版，而已发布的是第 ${latest ?? 0} 版。请移出批次，按最新版本重新起草。`,
  retired: () => '事项已经取消，不能再调整，请移出批次。',
  'successor-gone': (_breach, { successorCode }) =>
    `承接事项 ${successorCode ?? ''} 已取消或将一并取消，请更换承接事项。`,
};

export const issuesOf = (breaches: readonly BreachSentence[]): Issue[] =>
  breaches.map(({ draftId, message }) => ({ field: `drafts.${draftId}`, code: 'breach', message }));
