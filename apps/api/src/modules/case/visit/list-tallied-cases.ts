import type { TripCause, TripShow, VisitKind } from '@yitang/domain/vocabulary';
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
  readonly show: TripShow;
  /** What the guide of the case declared; null: it stated nothing; undefined: whatever. */
  readonly declared?: number | null | undefined;
  readonly cause?: TripCause | 'unstated' | undefined;
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

/** Decided cases, the newest month and in it the newest case first, as the indexes have them: numbers and trips, no names. */
export async function listTalliedCases(
  em: Em,
  query: TalliedQuery,
  rule: TripRule,
): Promise<{ items: TalliedCaseRow[]; next?: string }> {
  const { first, last, matterIds, after, limit } = query;
  if (matterIds?.length === 0) return { items: [] };
  const [month = '9999-99', id = ''] = after?.split('|') ?? [];
  const { text, values } = conditionOf(query);
  const rows = await em.execute<Row[]>(
    `select t.case_id, c.number, t.matter_id, t.month, t.declared, t.trips2017, t.trips2019, t.is_disputed, t.causes,
            a.trips
       from case_trips t join cases c on c.id = t.case_id left join visit_answers a on a.case_id = t.case_id
      where t.month between ? and ? ${text}
        and (t.month < ? or (t.month = ? and t.case_id < ?))
      order by t.month desc, t.case_id desc limit ?`,
    [first, last, ...values, month, month, id, limit + 1],
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

interface Condition {
  readonly text: string;
  readonly values: readonly (string | number)[];
}

/** The measure is one of two columns, what is shown one of a few conditions: what was typed is bound. */
function conditionOf({ show, definition, matterIds, declared, cause }: TalliedQuery): Condition {
  const conditions: Condition[] = [
    { text: shown(definition === '2017' ? 't.trips2017' : 't.trips2019')[show], values: [] },
  ];
  if (matterIds !== undefined)
    conditions.push({ text: `t.matter_id in (${marksFor(matterIds)})`, values: [...matterIds] });
  if (declared === null) conditions.push({ text: 't.declared is null', values: [] });
  else if (declared !== undefined) conditions.push({ text: 't.declared = ?', values: [declared] });
  if (cause !== undefined) conditions.push(ofCause(cause));
  const said = conditions.filter(({ text }) => text !== '');
  return { text: said.map(({ text }) => `and ${text}`).join(' '), values: said.flatMap(({ values }) => values) };
}

const shown = (trips: string): Record<TripShow, string> => ({
  all: '',
  twice: `${trips} > 1`,
  over: `${trips} > t.declared`,
  disputed: 't.is_disputed = 1',
  unknown: `${trips} is null`,
  known: `${trips} is not null`,
  once: `${trips} <= 1`,
  kiosk: 't.used_kiosk = 1',
  '0': `${trips} = 0`,
  '1': `${trips} = 1`,
  '2': `${trips} = 2`,
  '3+': `${trips} > 2`,
});

/** Causes are counted of cases that took two or more by the definition of 2019, each in every cause that it had. */
function ofCause(cause: TripCause | 'unstated'): Condition {
  if (cause === 'unstated') return { text: "t.causes = '' and t.trips2019 > 1", values: [] };
  const places = [cause, `${cause},%`, `%,${cause}`, `%,${cause},%`];
  return { text: `(${places.map(() => 't.causes like ?').join(' or ')})`, values: places };
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
