import type { CivilDate } from '@yitang/domain/vocabulary';
import { selectRows, type Em } from '../../database/index.ts';
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

const heldNow = 'from_day <= ? and (until_day is null or until_day >= ?)';
// Unions, so that each side reads along its index.
const answeredFor = `
  select p.id, p.code, p.name, p.name_en as nameEn, p.department_id as departmentId, p.office_id as officeId,
         p.is_of_applicants_department as isOfApplicantsDepartment, coalesce(p.phone, d.consult_phone) as phone
    from (
      select post_id from post_holders where person_id = ? and ${heldNow}
      union
      select own.post_id
        from (select absent_id, department_id from post_deputies
               where deputy_id = ? and from_day <= ? and until_day >= ? and ended_at is null) as away
        join (select post_id, person_id from post_holders where ${heldNow}) as own on own.person_id = away.absent_id
        join posts theirs on theirs.id = own.post_id and theirs.department_id = away.department_id
    ) as held
    join posts p on p.id = held.post_id
    left join departments d on d.id = p.department_id
   order by p.code, p.department_id`;

/**
 * Posts that a person answers for on a day: their own, and those of people for whom they stand in. One statement, as every
 * look at an inbox asks.
 */
export async function postsHeldBy(em: Em, personId: string, on: CivilDate): Promise<PostView[]> {
  type Row = Omit<PostView, 'isOfApplicantsDepartment'> & { readonly isOfApplicantsDepartment: unknown };
  const rows = await selectRows<Row>(em, answeredFor, [personId, on, on, personId, on, on, on, on]);
  return rows.map((row) => ({ ...row, isOfApplicantsDepartment: Number(row.isOfApplicantsDepartment) === 1 }));
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
