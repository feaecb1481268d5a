import type { Em } from '../../../apps/api/src/database/index.ts';
import { PostHolder } from '../../../apps/api/src/modules/organization/organization.entity.ts';
import type { Deps } from '../../../apps/api/src/platform/endpoint/index.ts';
import { newId } from '../../../apps/api/src/platform/ids/index.ts';
import { makePerson } from '../../support/people.ts';

/** Personas of the embedded CAS, who both hold the post that decides what is submitted here. */
export const clerks = ['0010702', '0010701'] as const;

export async function makeClerks(deps: Deps): Promise<void> {
  const em = deps.orm.em.fork() as Em;
  const [post] = await em.execute<{ id: string; department: string }[]>(
    "select id, department_id as department from posts where code = 'student-affairs.id-card'",
  );
  const { id: postId, department: departmentId } = post!;
  const grants = [{ role: 'clerk', scopeKind: 'department', scopeId: departmentId }] as const;
  for (const number of clerks) {
    const { personId } = await makePerson(deps, { number, kind: 'staff', departmentId, grants });
    await em.insert(PostHolder, { id: newId(), postId, personId, fromDay: '2020-01-01', untilDay: null });
  }
}

/** How often a decision of one case stands in the database; the status is the one that it has. */
interface Decided {
  readonly id: string;
  readonly status: string;
  readonly events: number;
  readonly audits: number;
  /** Orders to tell the applicant, and what they were told. */
  readonly orders: number;
  readonly notices: number;
}

export async function readDecided(em: Em): Promise<Decided[]> {
  const rows = await em.execute<Record<'id' | 'status' | 'events' | 'audits' | 'orders' | 'notices', string>[]>(
    `select id, status,
       (select count(*) from case_events e where e.case_id = c.id and e.type in ('approved', 'declined')) as events,
       (select count(*) from audit_entries a where a.target = concat('case:', c.id) and a.outcome = 'done'
         and a.action in ('case.approve', 'case.decline')) as audits,
       (select count(*) from jobs j where j.kind = 'notice.send' and j.payload like concat('%/my/cases/', c.id, '"%')
         and (j.payload like '%"case-approved"%' or j.payload like '%"case-declined"%')) as orders,
       (select count(*) from notices n where n.path = concat('/my/cases/', c.id)
         and n.kind in ('case-approved', 'case-declined')) as notices
       from cases c order by id`,
  );
  const counted = ({ id, status, ...counts }: (typeof rows)[number]) => ({
    ...{ id, status },
    ...{ events: Number(counts.events), audits: Number(counts.audits) },
    ...{ orders: Number(counts.orders), notices: Number(counts.notices) },
  });
  return rows.map(counted);
}
