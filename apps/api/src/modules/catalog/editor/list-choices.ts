import type { EditorChoicesData } from '@yitang/contract';
import { civilDateAt } from '@yitang/domain/calendar';
import { isSourceLive } from '@yitang/domain/catalog';
import type { Call } from '../../../platform/endpoint/index.ts';
import { listCounters, listPostHolders, listPosts } from '../../organization/index.ts';
import { catalogKey } from '../catalog-key.ts';
import { findSources } from '../data-source/find-sources.ts';
import { findNamesKey } from './find-names.ts';

type Post = EditorChoicesData['posts'][number];

/** What the fields of a matter are chosen from. */
export async function listChoices(call: Call): Promise<EditorChoicesData> {
  const { departments, matters } = call.deps.services.get(catalogKey).current();
  const counters = await listCounters(call.em);
  const today = civilDateAt(call.now, call.deps.config.timeZone);
  const sources = (await findSources(call.em)).filter((source) => isSourceLive(source, today));
  return {
    departments: departments.map(({ id, code, name }) => ({ id, code, name })),
    categories: [...new Set(matters.map(({ summary }) => summary.category))].filter((name) => name !== '').sort(),
    counters: counters.map(({ code, name, place, hours }) => ({ code, name, place, hours })),
    sources: sources.map(({ name, nameEn }) => ({ zh: name, ...(nameEn && { en: nameEn }) })),
    posts: await listRoutePosts(call),
  };
}

/** The posts that a route may name, by code: one exists in each college. */
export async function listRoutePosts(call: Call): Promise<Post[]> {
  const snapshot = call.deps.services.get(catalogKey).current();
  const posts = await listPosts(call.em);
  const holders = await listPostHolders(call.em, civilDateAt(call.now, call.deps.config.timeZone));
  const names = await call.deps.services.find(findNamesKey)?.(call.em, [...holders.values()].flat());
  return [...Map.groupBy(posts, ({ code }) => code)].map(([code, same]) => {
    const people = [...new Set(same.flatMap(({ id }) => holders.get(id) ?? []))];
    return {
      code,
      name: same[0]?.name ?? code,
      departments: same.flatMap(({ departmentId }) => snapshot.findDepartment(departmentId)?.name ?? []),
      holders: people.length,
      holderNames: people.flatMap((id) => names?.get(id) ?? []).slice(0, namesShown),
      isOfApplicantsDepartment: same.some((post) => post.isOfApplicantsDepartment),
    };
  });
}

/** Of a post that each college has many hold it: more names than these help nobody. */
const namesShown = 20;
