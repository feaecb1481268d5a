import type { Issue } from '@yitang/contract';
import type { MatterContent } from '@yitang/domain/catalog';
import { checkContent, checkRetirement, isBlocking, neededMatters, type Breach } from '@yitang/domain/consistency';
import { problem } from '../../../platform/problem/index.ts';
import { MatterDraft } from '../draft/draft.entity.ts';
import { presentBreach } from './breach.presenter.ts';
import { loadRuleContext, publishedContents, type RuleSource } from './rule-facts.ts';

/** What a draft does to its matter; a retirement writes nothing. */
export type Change = Pick<MatterDraft, 'code' | 'operation'> & { readonly content: MatterContent | undefined };

/** What each change breaks, looked at as if all of them were published: by code. */
export async function checkChanges(
  source: RuleSource,
  changes: readonly Change[],
): Promise<ReadonlyMap<string, readonly Breach[]>> {
  const changed = new Set(changes.map(({ code }) => code));
  const kept = publishedContents(source).filter(({ summary }) => !changed.has(summary.code));
  const written = changes.flatMap(({ operation, content }) =>
    operation === 'retire' || content === undefined ? [] : [content],
  );
  const remaining = [...kept, ...written];
  const context = await loadRuleContext(source, remaining);
  return new Map(
    changes.map(({ code, operation, content }) => [
      code,
      operation === 'retire' || content === undefined
        ? checkRetirement(code, remaining)
        : checkContent(content, context),
    ]),
  );
}

/**
 * What one draft breaks. A new matter whose result it asks for, and which is checked and waits for its batch, counts as
 * published.
 */
export async function checkDraft(source: RuleSource, draft: MatterDraft): Promise<readonly Breach[]> {
  const waiting = await findWaiting(source, draft.content);
  return (await checkChanges(source, [draft, ...waiting])).get(draft.code) ?? [];
}

async function findWaiting({ em }: RuleSource, content: MatterContent): Promise<readonly Change[]> {
  const needed = neededMatters(content).filter((code) => code !== content.summary.code);
  if (needed.length === 0) return [];
  const where = { openKey: { $in: [...new Set(needed)] }, status: { $in: ['ready' as const, 'scheduled' as const] } };
  return em.find(MatterDraft, where, { disableIdentityMap: true });
}

/** @throws `catalog.breaches` with every breach that blocks; the field of an issue is the path in the draft */
export function requireConsistent(breaches: readonly Breach[]): void {
  const blocking = breaches.filter(isBlocking);
  if (blocking.length > 0) throw problem('catalog.breaches', { issues: blocking.map(issueOf) });
}

function issueOf(breach: Breach): Issue {
  const { path, rule, sentence, fix } = presentBreach(breach);
  return { field: path, code: rule, message: `${sentence}${fix}` };
}
