import type { BatchImpactData } from '@yitang/contract';
import { civilDateAt } from '@yitang/domain/calendar';
import { assessImpact, countsOf } from '@yitang/domain/comparison';
import { batchFigures } from '@yitang/domain/vocabulary';
import type { Call } from '../../../platform/endpoint/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { countHeldPosts } from '../../organization/index.ts';
import { findRunning } from '../comparison/find-running.ts';
import { contentOf } from '../draft/create-draft.ts';
import { findVersionsByNumber } from '../load-published-matters.ts';
import { findPlaces } from '../matter-places.ts';
import { findBatchDrafts, loadContents } from './batch-drafts.ts';
import { requireBatch } from './find-batch.ts';

/** What the drafts of a batch change together for people: each figure with the drafts that it is made of, by code. */
export async function getBatchImpact(call: Call, id: string): Promise<BatchImpactData> {
  const { em, deps, now } = call;
  await requireBatch(em, id);
  const drafts = await findBatchDrafts(em, id);
  const contents = await loadContents(em, drafts);
  const places = await findPlaces(
    em,
    drafts.map(({ code }) => code),
    () => newId(),
  );
  const known = drafts.map((draft) => ({ ...draft, matterId: places.get(draft.code)?.matterId ?? '' }));
  const bases = await findVersionsByNumber(
    em,
    known.flatMap(({ matterId, baseVersion }) =>
      typeof baseVersion === 'number' ? [{ matterId, version: baseVersion }] : [],
    ),
  );
  const running = await findRunning(
    { em, deps },
    known.map(({ matterId }) => matterId),
  );
  const posts = await countHeldPosts(em, civilDateAt(now, deps.config.timeZone));
  const counted = known.map(({ id: draftId, name, matterId, baseVersion }) => {
    const base = bases.get(`${matterId}/${baseVersion}`);
    const facts = { running: running.get(matterId) ?? [], posts };
    const impact = assessImpact(base === undefined ? null : contentOf(base), contents.get(draftId) ?? null, facts);
    return { id: draftId, name, counts: countsOf(impact) };
  });
  return {
    figures: batchFigures.map((figure) => {
      const of = counted.map(({ counts, ...draft }) => ({ ...draft, count: counts[figure] }));
      const touched = of.filter(({ count }) => count > 0);
      return { figure, total: touched.reduce((sum, { count }) => sum + count, 0), drafts: touched };
    }),
  };
}
