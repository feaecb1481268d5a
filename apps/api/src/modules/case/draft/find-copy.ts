import type { DraftData } from '@yitang/contract';
import { compareQuestions } from '@yitang/domain/form';
import { instantOf, type Em } from '../../../database/index.ts';
import type { Sealed } from '../../../platform/crypto/index.ts';
import { findVersion } from '../catalog-access.ts';
import { formOf } from '../matter-rules.ts';
import type { DraftContext } from './draft-context.ts';

interface LastCase {
  readonly id: string;
  readonly number: string;
  readonly submitted_at: unknown;
  readonly matter_version_id: string;
  readonly answers: Sealed;
}

/** The last application of this person in this matter, or the one that was copied already. */
export async function findLast(em: Em, { draft }: DraftContext): Promise<LastCase | undefined> {
  const columns = 'select id, number, submitted_at, matter_version_id, answers from cases';
  const rows =
    typeof draft.copiedFrom === 'string'
      ? await em.execute<LastCase[]>(`${columns} where id = ? and person_id = ?`, [draft.copiedFrom, draft.personId])
      : await em.execute<LastCase[]>(
          `${columns} where person_id = ? and matter_id = ? and answers <> '' order by submitted_at desc limit 1`,
          [draft.personId, draft.matterId],
        );
  return rows[0];
}

/** Nothing is filled in but what may have been chosen in the guide. */
export function isBlank({ matter, answers }: DraftContext): boolean {
  const situations = new Set(matter.guide.situations?.map(({ key }) => key));
  return Object.keys(answers).every((key) => situations.has(key));
}

/** 复制上次申请: offered while nothing is filled in; afterwards, what is asked otherwise than it was then. */
export async function findCopy(em: Em, context: DraftContext): Promise<Pick<DraftData, 'previous' | 'copied'>> {
  const { draft, matter } = context;
  const isCopied = typeof draft.copiedFrom === 'string';
  if (!isCopied && !isBlank(context)) return { previous: null, copied: null };
  const last = await findLast(em, context);
  if (last === undefined) return { previous: null, copied: null };
  const application = { number: last.number, submittedAt: instantOf(last.submitted_at).toISOString() };
  if (!isCopied) return { previous: application, copied: null };
  const before = await findVersion(em, last.matter_version_id);
  const changes = compareQuestions(formOf(before), formOf(matter));
  return { previous: null, copied: { ...application, changes: [...changes] } };
}
