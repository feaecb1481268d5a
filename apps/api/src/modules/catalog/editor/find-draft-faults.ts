import type { RouteFaultData } from '@yitang/contract';
import { findRouteFaults, type RouteDefinition } from '@yitang/domain/route';
import type { Call } from '../../../platform/endpoint/index.ts';
import { requireDraft } from '../draft/find-draft.ts';
import { listRoutePosts } from './list-choices.ts';

/** What the rules say of a draft's route, and whether somebody holds each of its posts today. */
export async function findDraftFaults(call: Call, id: string): Promise<{ faults: RouteFaultData[] }> {
  const { content } = await requireDraft(call, call.em, id);
  if (content.route === null) return { faults: [] };
  const faults = findRouteFaults(content.route, content.guide.promisedDays);
  return { faults: [...faults, ...(await postFaults(call, content.route))] };
}

async function postFaults(call: Call, { stages }: RouteDefinition): Promise<RouteFaultData[]> {
  const posts = new Map((await listRoutePosts(call)).map((post) => [post.code, post]));
  return stages.flatMap(({ key: stage, tasks }) =>
    tasks.flatMap(({ post }): RouteFaultData[] => {
      const known = posts.get(post);
      if (known === undefined) return [{ code: 'route.unknown-post', stage }];
      return known.holders === 0 ? [{ code: 'route.nobody-holds', stage }] : [];
    }),
  );
}
