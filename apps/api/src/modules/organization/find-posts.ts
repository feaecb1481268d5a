import type { CivilDate } from '@yitang/domain/vocabulary';
import { prepareOnServer, selectRows, type Em } from '../../database/index.ts';
import { findDeputies } from './deputies.ts';
import { Department, Post, PostHolder } from './organization.entity.ts';

export interface PostView {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly departmentId: string;
  readonly officeId: string | null;
  readonly isOfApplicantsDepartment: boolean;
  /** Of the post itself, otherwise that of its department. */
  readonly phone: string | null;
}

/** Every post there is, in the order of their codes: for whoever keeps them in memory. */
export async function listPosts(em: Em): Promise<PostView[]> {
  return withPhones(
    em,
    await em.find(Post, {}, { orderBy: { code: 'asc', departmentId: 'asc' }, disableIdentityMap: true }),
  );
}

/** Who holds each post on a day, each person once, by its id; nobody's is absent. */
export async function listPostHolders(em: Em, on: CivilDate): Promise<Map<string, readonly string[]>> {
  const holders = await em.find(PostHolder, heldOn(on), {
    fields: ['postId', 'personId'],
    orderBy: { fromDay: 'asc', id: 'asc' },
    disableIdentityMap: true,
  });
  const byPost = Map.groupBy(holders, ({ postId }) => postId);
  return new Map([...byPost].map(([postId, rows]) => [postId, [...new Set(rows.map(({ personId }) => personId))]]));
}

/** People who answer for a post on a day: who holds it, or whoever stands in for them. */
export async function findPostHolders(em: Em, postId: string, on: CivilDate): Promise<string[]> {
  const holders = await em.find(
    PostHolder,
    { postId, ...heldOn(on) },
    { disableIdentityMap: true, fields: ['personId'] },
  );
  const ids = holders.map(({ personId }) => personId);
  const deputies = await findDeputies(em, { postId, absentIds: ids, on });
  return [...new Set(ids.map((id) => deputies.get(id) ?? id))];
}

/** Of each code how many posts have it, and how many of them somebody holds on a day. */
export async function countHeldPosts(
  em: Em,
  on: CivilDate,
): Promise<Map<string, { readonly posts: number; readonly held: number }>> {
  const posts = await em.find(Post, {}, { disableIdentityMap: true, fields: ['id', 'code'] });
  const holders = await em.find(PostHolder, heldOn(on), { disableIdentityMap: true, fields: ['postId'] });
  const held = new Set(holders.map(({ postId }) => postId));
  const counts = new Map<string, { posts: number; held: number }>();
  for (const { id, code } of posts) {
    const before = counts.get(code) ?? { posts: 0, held: 0 };
    counts.set(code, { posts: before.posts + 1, held: before.held + (held.has(id) ? 1 : 0) });
  }
  return counts;
}

const isOn = (holders: string): string =>
  `${holders}.from_day <= ? and (${holders}.until_day is null or ${holders}.until_day >= ?)`;
// A union, so that each side reads along its index.
const answeredFor = prepareOnServer(`
  select own.post_id from post_holders own where own.person_id = ? and ${isOn('own')}
  union all
  select theirs.post_id
    from post_deputies away join post_holders theirs on theirs.person_id = away.absent_id and ${isOn('theirs')}
      join posts p on p.id = theirs.post_id and p.department_id = away.department_id
   where away.deputy_id = ? and away.from_day <= ? and away.until_day >= ? and away.ended_at is null`);

/**
 * Ids of the posts that a person answers for on a day: their own, and those of people for whom they stand in. One statement,
 * as every look at an inbox asks; what the posts are called is for whoever keeps them in memory.
 */
export async function postIdsHeldBy(em: Em, personId: string, on: CivilDate): Promise<ReadonlySet<string>> {
  const parameters = [personId, on, on, on, on, personId, on, on];
  const rows = await selectRows<{ post_id: string }>(em, answeredFor, parameters);
  return new Set(rows.map(({ post_id }) => post_id));
}

const heldOn = (on: CivilDate) => ({ fromDay: { $lte: on }, $or: [{ untilDay: null }, { untilDay: { $gte: on } }] });

async function withPhones(em: Em, posts: readonly Post[]): Promise<PostView[]> {
  const ids = [...new Set(posts.filter(({ phone }) => phone === null).map(({ departmentId }) => departmentId))];
  const departments =
    ids.length === 0
      ? []
      : await em.find(Department, { id: { $in: ids } }, { disableIdentityMap: true, fields: ['id', 'consultPhone'] });
  const phones = new Map(departments.map(({ id, consultPhone }) => [id, consultPhone]));
  return posts.map((post) => ({
    id: post.id,
    code: post.code,
    name: post.name,
    nameEn: post.nameEn ?? null,
    departmentId: post.departmentId,
    officeId: post.officeId ?? null,
    isOfApplicantsDepartment: post.isOfApplicantsDepartment,
    phone: post.phone ?? phones.get(post.departmentId) ?? null,
  }));
}
