import { civilDateAt } from '@yitang/domain/calendar';
import { liveSourceKeys, type MatterContent } from '@yitang/domain/catalog';
import { makeRuleContext, type RuleContext } from '@yitang/domain/consistency';
import type { Em } from '../../../database/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { countHeldPosts, listCounters } from '../../organization/index.ts';
import { findDeadAddresses } from '../address/load-outages.ts';
import { catalogKey } from '../catalog-key.ts';
import { findSources } from '../data-source/find-sources.ts';
import { contentOf } from '../draft/create-draft.ts';

/** Whose catalog is looked at, and when. */
export type RuleSource = Pick<Call, 'deps' | 'now'> & { readonly em: Em };

/** What is published now, as contents. */
export function publishedContents({ deps }: Pick<Call, 'deps'>): readonly MatterContent[] {
  return deps.services.get(catalogKey).current().matters.map(contentOf);
}

/** What the rules look up, with a catalog of these contents: six short statements whatever its size. */
export async function loadRuleContext(source: RuleSource, contents: readonly MatterContent[]): Promise<RuleContext> {
  const { deps, now, em } = source;
  const today = civilDateAt(now, deps.config.timeZone);
  const { departments } = deps.services.get(catalogKey).current();
  return makeRuleContext(
    {
      today,
      departmentIds: new Set(departments.map(({ id }) => id)),
      counterCodes: new Set((await listCounters(em)).map(({ code }) => code)),
      posts: await countHeldPosts(em, today),
      deadAddresses: await findDeadAddresses(em),
      liveSources: liveSourceKeys(await findSources(em), today),
    },
    contents,
  );
}
