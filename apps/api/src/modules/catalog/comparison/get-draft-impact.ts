import type { DraftImpactData } from '@yitang/contract';
import { civilDateAt } from '@yitang/domain/calendar';
import { assessImpact, type Impact, type RunningCases } from '@yitang/domain/comparison';
import { postsOfRoute } from '@yitang/domain/consistency';
import type { RuleId } from '@yitang/domain/vocabulary';
import type { Call } from '../../../platform/endpoint/index.ts';
import { countHeldPosts, listPosts } from '../../organization/index.ts';
import { catalogKey, countRunningKey } from '../catalog-key.ts';
import { presentBreach } from '../consistency/breach.presenter.ts';
import { checkDraft } from '../consistency/check-drafts.ts';
import { requireDraft } from '../draft/find-draft.ts';
import { findMatterVersions } from '../load-published-matters.ts';
import { Matter } from '../matter.entity.ts';
import { findBase } from './compare-versions.ts';

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
  const running = await findRunning(call, draft.code);
  const impact = assessImpact(
    (await findBase(call.em, draft)) ?? null,
    draft.operation === 'retire' ? null : draft.content,
    { running, posts: await countHeldPosts(call.em, civilDateAt(call.now, call.deps.config.timeZone)) },
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
    breaches: breaches.map(presentBreach),
  };
}

/** Running cases of a matter with the posts that each version's route still leads them past. */
async function findRunning({ em, deps }: Call, code: string): Promise<RunningCases[]> {
  const matter = await em.findOne(Matter, { code }, { disableIdentityMap: true });
  if (matter === null) return [];
  const running = await deps.services.get(countRunningKey)(em, matter.id);
  const kept = await findMatterVersions(
    em,
    running.map(({ versionId }) => versionId),
  );
  const byId = new Map(kept.map((version) => [version.versionId, version]));
  return running.map(({ versionId, stageIndex, cases }) => {
    const version = byId.get(versionId);
    const stages = version?.route?.definition.stages.slice(stageIndex) ?? [];
    return { version: version?.version ?? 0, cases, posts: [...postsOfRoute({ stages }).keys()] };
  });
}
