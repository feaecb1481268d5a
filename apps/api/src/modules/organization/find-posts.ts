import type { CivilDate } from '@yitang/domain/vocabulary';
import type { Em } from '../../database/index.ts';
import { findDeputies, findDeputised } from './deputies.ts';
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

/** Posts that a person answers for on a day: their own, and those of people for whom they stand in. */
export async function postsHeldBy(em: Em, personId: string, on: CivilDate): Promise<PostView[]> {
  const standingIn = await findDeputised(em, personId, on);
  const people = [personId, ...standingIn.map(({ absentId }) => absentId)];
  const where = { personId: { $in: people }, ...heldOn(on) };
  const held = await em.find(PostHolder, where, { disableIdentityMap: true, fields: ['postId', 'personId'] });
  if (held.length === 0) return [];
  const posts = await em.find(Post, { id: { $in: held.map(({ postId }) => postId) } }, { disableIdentityMap: true });
  const isTheirs = (post: Post): boolean =>
    held.some(
      (one) =>
        one.postId === post.id &&
        (one.personId === personId ||
          standingIn.some(
            ({ absentId, departmentId }) => absentId === one.personId && departmentId === post.departmentId,
          )),
    );
  return withPhones(em, posts.filter(isTheirs));
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
