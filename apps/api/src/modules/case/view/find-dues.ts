import { isDecided } from '@yitang/domain/case';
import { rateableSince } from '@yitang/domain/rating';
import { caseStatuses } from '@yitang/domain/vocabulary';
import { prepareOnServer, selectRows } from '../../../database/index.ts';
import type { Deps } from '../../../platform/endpoint/index.ts';
import { catalogKey, type CatalogSnapshot } from '../../catalog/index.ts';
import type { FindDues } from '../../identity/index.ts';

interface Row {
  readonly what: 'notice' | 'correction' | 'rating' | 'kept';
  /** How many; of what is kept, the id of the matter. */
  readonly value: string | number;
}

const decided = caseStatuses.filter(isDecided);

/** Every page asks this for everybody who is signed in: one statement, each part of it by an index of the person. */
const question = prepareOnServer(`
  select 'notice' as what, count(*) as value from notices where person_id = ? and read_at is null
  union all select 'correction', count(*) from cases where person_id = ? and status = 'correcting'
  union all select 'rating', count(*) from cases where person_id = ? and decided_at >= ?
    and status in (${decided.map(() => '?').join(', ')})
    and not exists (select 1 from ratings where ratings.case_id = cases.id)
  union all select 'kept', matter_id from favourites where person_id = ?`);

/** What waits for a person, and what they keep at hand. */
export const findDues =
  ({ config, services }: Deps): FindDues =>
  async (em, personId, now) => {
    const since = rateableSince({ now, zone: config.timeZone });
    const parameters = [personId, personId, personId, since, ...decided, personId];
    const rows = await selectRows<Row>(em, question, parameters);
    const countOf = (what: Row['what']): number => Number(rows.find((row) => row.what === what)?.value ?? 0);
    const catalog = services.get(catalogKey).current();
    const kept = rows.flatMap(({ what, value }) => (what === 'kept' ? (codeOf(catalog, String(value)) ?? []) : []));
    return { unreadNotices: countOf('notice'), corrections: countOf('correction'), ratings: countOf('rating'), kept };
  };

/** Also of a matter that is retired: it can be taken off the list. */
const codeOf = (catalog: CatalogSnapshot, matterId: string): string | undefined =>
  (catalog.findById(matterId) ?? catalog.retired.find(({ id }) => id === matterId))?.code;
