import { z } from 'zod';
import { CivilDate, Id } from './common.ts';
import { endpoint, noContent } from './endpoint.ts';

const heads = ['head'] as const;
const count = z.number().int();
const Person = z.object({ id: Id, name: z.string() });

/** What waits for a person: cases in the inboxes of the posts that they hold; several may share a post. */
export const TeamMember = z
  .object({
    /** null: posts that nobody holds, and what has no post at all. */
    person: Person.nullable(),
    posts: z.array(z.string()),
    open: count,
    overdue: count,
    /** Who stands in today, and until when. */
    deputy: z.object({ name: z.string(), untilDay: CivilDate }).nullable(),
  })
  .meta({ id: 'TeamMember' });

export const Deputyship = z
  .object({ id: Id, absent: Person, deputy: Person, fromDay: CivilDate, untilDay: CivilDate, isNow: z.boolean() })
  .meta({ id: 'Deputyship' });

export const teamEndpoints = {
  getTeam: endpoint({
    method: 'get',
    path: '/api/office/team',
    summary: 'What waits for each person of the department, and who stands in for whom',
    access: heads,
    isPersonal: true,
    output: z.object({
      department: z.string(),
      members: z.array(TeamMember),
      /** Who may stand in. */
      staff: z.array(Person),
      deputies: z.array(Deputyship),
    }),
  }),
  nameDeputy: endpoint({
    method: 'post',
    path: '/api/office/team/deputies',
    summary: 'Name who stands in for somebody from a day to a day',
    access: heads,
    isIdempotent: true,
    body: z.strictObject({
      absentId: z.string().max(36),
      deputyId: z.string().max(36),
      fromDay: z.string().max(10),
      untilDay: z.string().max(10),
    }),
    output: z.object({ id: Id }),
  }),
  endDeputy: endpoint({
    method: 'post',
    path: '/api/office/team/deputies/{id}/end',
    summary: 'The deputy stands in no longer, from now on',
    access: heads,
    params: z.strictObject({ id: Id }),
    output: noContent,
  }),
};
