import type { DraftImpactData } from '@yitang/contract';
import { civilDateAt } from '@yitang/domain/calendar';
import { assessImpact, strandedCases, type Impact } from '@yitang/domain/comparison';
import type { RuleId } from '@yitang/domain/vocabulary';
import type { Call } from '../../../platform/endpoint/index.ts';
import { countHeldPosts, listPosts } from '../../organization/index.ts';
import { catalogKey } from '../catalog-key.ts';
import { presentBreach } from '../consistency/breach.presenter.ts';
import { checkDraft } from '../consistency/check-drafts.ts';
import { findDecided } from '../draft/find-decided.ts';
import { requireDraft } from '../draft/find-draft.ts';
import { Matter } from '../matter.entity.ts';
import { findBase } from './compare-versions.ts';
import { findRunning } from './find-running.ts';

/** Rules about what hangs together with others. */
const links: readonly RuleId[] = [
  'materials-in-circle',
  'issuing-matter',
  'still-needed',
  'condition-target',
  'post-held',
  'address-form',
  'address-answers',
];

/** What publishing a draft would change, for applicants and for cases that are running. */
export async function getDraftImpact(call: Call, id: string): Promise<DraftImpactData> {
  const draft = await requireDraft(call, call.em, id);
  const matter = await call.em.findOne(Matter, { code: draft.code }, { disableIdentityMap: true });
  const running = matter === null ? [] : ((await findRunning(call, [matter.id])).get(matter.id) ?? []);
  const facts = { running, posts: await countHeldPosts(call.em, civilDateAt(call.now, call.deps.config.timeZone)) };
  const impact = assessImpact(
    (await findBase(call.em, draft)) ?? null,
    draft.operation === 'retire' ? null : draft.content,
    facts,
  );
  const breaches = (await checkDraft(call, draft)).filter(({ rule }) => links.includes(rule));
  const names = new Map((await listPosts(call.em)).map(({ code, name }) => [code, name]));
  const named = (needs: Impact['stranded']): DraftImpactData['stranded'] =>
    needs.map(({ post, cases }) => ({ post, cases, name: names.get(post) ?? post }));
  return {
    runningCases: impact.runningCases,
    recentCases: call.deps.services.get(catalogKey).current().findEntry(draft.code)?.uses ?? 0,
    keptVersions: [...impact.keptVersions],
    materialsAdded: [...impact.materialsAdded],
    materialsRemoved: [...impact.materialsRemoved],
    materialsAskedNow: [...impact.materialsAskedNow],
    materialsAskedNoMore: [...impact.materialsAskedNoMore],
    visits: impact.visits,
    promisedDays: impact.promisedDays,
    targets: Object.entries(impact.targets).map(([target, { after }]) => ({
      target: target as keyof Impact['targets'],
      isMet: after,
    })),
    stranded: named(impact.stranded),
    stillNeeded: named(impact.stillNeeded),
    decision: await decisionOn(call, draft, strandedCases(draft.operation, facts) !== null),
    breaches: breaches.map(presentBreach),
  };
}

async function decisionOn(
  { em }: Call,
  { id }: { readonly id: string },
  isWanted: boolean,
): Promise<DraftImpactData['decision']> {
  if (!isWanted) return null;
  return (await findDecided(em, [id])).has(id) ? 'kept' : 'open';
}
