import type { Answer, caseEndpoints } from '@yitang/contract';
import { rateableSince } from '@yitang/domain/rating';
import { caseStatuses } from '@yitang/domain/vocabulary';
import { isDecided } from '@yitang/domain/case';
import { selectRows } from '../../../database/index.ts';
import type { Call } from '../../../platform/endpoint/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { catalogKey } from '../../catalog/index.ts';

interface Row {
  readonly what: 'correction' | 'rating' | 'kept';
  /** How many; of what is kept, the id of the matter. */
  readonly value: string | number;
}

const decided = caseStatuses.filter(isDecided);

/** The home page asks this for everybody who is signed in: one statement, each part of it by an index of the person. */
const question = `select 'correction' as what, count(*) as value from cases where person_id = ? and status = 'correcting'
  union all select 'rating', count(*) from cases where person_id = ? and decided_at >= ?
    and status in (${decided.map(() => '?').join(', ')})
    and not exists (select 1 from ratings where ratings.case_id = cases.id)
  union all select 'kept', matter_id from favourites where person_id = ?`;

export async function getMyDues(call: Call): Promise<Answer<typeof caseEndpoints.getMyDues>> {
  const { em, deps, now, principal } = call;
  const { personId } = principal;
  if (personId === undefined) throw problem('access.sign-in-required');
  const since = rateableSince({ now, zone: deps.config.timeZone });
  const rows = await selectRows<Row>(em, question, [personId, personId, since, ...decided, personId]);
  const countOf = (what: Row['what']): number => Number(rows.find((row) => row.what === what)?.value ?? 0);
  const catalog = deps.services.get(catalogKey).current();
  const kept = rows.flatMap(({ what, value }) =>
    what === 'kept' ? (catalog.findById(String(value))?.code ?? []) : [],
  );
  return { corrections: countOf('correction'), ratings: countOf('rating'), kept };
}
