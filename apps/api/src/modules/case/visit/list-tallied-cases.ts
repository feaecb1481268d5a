import type { TripCause, VisitKind } from '@yitang/domain/vocabulary';
import { countVisits, type Visit, type VisitDefinition } from '@yitang/domain/visit';
import type { Em } from '../../../database/index.ts';
import { marksFor } from './tally-cases.ts';
import type { TripRule } from './trip-rule.ts';

export interface TalliedCaseRow {
  readonly id: string;
  readonly number: string;
  readonly matterId: string;
  readonly month: string;
  readonly declared: number | null;
  readonly trips2017: number | null;
  readonly trips2019: number | null;
  readonly answer: number | null;
  /** By the definition of 2019. */
  readonly recorded: number;
  readonly isDisputed: boolean;
  readonly causes: readonly TripCause[];
}

export interface TalliedQuery {
  readonly first: string;
  readonly last: string;
  readonly definition: VisitDefinition;
  /** undefined: of all matters. */
  readonly matterIds?: readonly string[] | undefined;
  readonly show: 'all' | 'twice' | 'over' | 'disputed' | 'unknown';
  /** `next` of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

interface Row {
  case_id: string;
  number: string;
  matter_id: string;
  month: string;
  declared: number | null;
  trips2017: number | null;
  trips2019: number | null;
  trips: number | null;
  is_disputed: number | boolean;
  causes: string;
}

/** Decided cases by month, the newest first: numbers and trips, no names. */
export async function listTalliedCases(
  em: Em,
  query: TalliedQuery,
  rule: TripRule,
): Promise<{ items: TalliedCaseRow[]; next?: string }> {
  const { first, last, matterIds, after, limit } = query;
  if (matterIds?.length === 0) return { items: [] };
  const [month = '9999-99', id = ''] = after?.split('|') ?? [];
  const only = matterIds === undefined ? '' : `and t.matter_id in (${marksFor(matterIds)})`;
  const rows = await em.execute<Row[]>(
    `select t.case_id, c.number, t.matter_id, t.month, t.declared, t.trips2017, t.trips2019, t.is_disputed, t.causes,
            a.trips
       from case_trips t join cases c on c.id = t.case_id left join visit_answers a on a.case_id = t.case_id
      where t.month between ? and ? ${only} ${conditionOf(query)}
        and (t.month < ? or (t.month = ? and t.case_id > ?))
      order by t.month desc, t.case_id limit ?`,
    [first, last, ...(matterIds ?? []), month, month, id, limit + 1],
  );
  const shown = rows.slice(0, limit);
  const recorded = await countRecorded(
    em,
    shown.map(({ case_id }) => case_id),
    rule,
  );
  const end = shown.at(-1);
  return {
    items: shown.map((row) => ({
      id: row.case_id,
      number: row.number,
      matterId: row.matter_id,
      month: row.month,
      declared: countOf(row.declared),
      trips2017: countOf(row.trips2017),
      trips2019: countOf(row.trips2019),
      answer: countOf(row.trips),
      recorded: recorded.get(row.case_id) ?? 0,
      isDisputed: Boolean(Number(row.is_disputed)),
      causes: row.causes === '' ? [] : (row.causes.split(',') as TripCause[]),
    })),
    ...(rows.length > limit && end && { next: `${end.month}|${end.case_id}` }),
  };
}

const countOf = (value: number | null): number | null => (value === null ? null : Number(value));

/** The measure is one of two columns, the condition one of a few: nothing that was typed. */
function conditionOf({ show, definition }: TalliedQuery): string {
  const trips = definition === '2017' ? 't.trips2017' : 't.trips2019';
  switch (show) {
    case 'twice':
      return `and ${trips} > 1`;
    case 'over':
      return `and ${trips} > t.declared`;
    case 'disputed':
      return 'and t.is_disputed = 1';
    case 'unknown':
      return `and ${trips} is null`;
    case 'all':
      return '';
  }
}

async function countRecorded(em: Em, caseIds: readonly string[], rule: TripRule): Promise<Map<string, number>> {
  if (caseIds.length === 0) return new Map();
  const rows = await em.execute<{ visit_id: string; case_id: string; kind: VisitKind }[]>(
    `select visit_id, case_id, kind from visit_cases where case_id in (${marksFor(caseIds)})`,
    [...caseIds],
  );
  const counting = { definition: '2019', countsKiosk: rule.countsKiosk } as const;
  return new Map(
    [...Map.groupBy(rows, ({ case_id }) => case_id)].map(([caseId, own]) => {
      const visits = [...Map.groupBy(own, ({ visit_id }) => visit_id).values()].map((same) =>
        visitOf(caseId, new Set(same.map(({ kind }) => kind))),
      );
      return [caseId, countVisits(visits, caseId, counting).counted];
    }),
  );
}

/** A visit as far as counting asks about it. */
export function visitOf(caseId: string, kinds: ReadonlySet<VisitKind>): Visit {
  const [startedAt, lastSeenAt] = [new Date(0), new Date(0)];
  return { personId: '', placeId: '', startedAt, lastSeenAt, kindsByCase: new Map([[caseId, kinds]]), arrivals: [] };
}
