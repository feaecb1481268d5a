import { tripCauses } from '@yitang/domain/vocabulary';
import { visitDefinitions } from '@yitang/domain/visit';

interface Counted {
  readonly measure: string;
  readonly where: string;
  readonly sum?: string;
}

const trips = (definition: string): string => `trips${definition}`;

/** The measures of the domain, said once more in SQL: the slow and obvious way that the counters are held against. */
const counted: readonly Counted[] = [
  ...visitDefinitions.flatMap((definition): Counted[] => [
    { measure: `${definition}.unknown`, where: `${trips(definition)} is null` },
    { measure: `${definition}.0`, where: `${trips(definition)} = 0` },
    { measure: `${definition}.1`, where: `${trips(definition)} = 1` },
    { measure: `${definition}.2`, where: `${trips(definition)} = 2` },
    { measure: `${definition}.3+`, where: `${trips(definition)} >= 3` },
    { measure: `${definition}.sum`, where: `${trips(definition)} > 0`, sum: `sum(${trips(definition)})` },
    { measure: `${definition}.over`, where: `${trips(definition)} > declared` },
  ]),
  { measure: 'disputed', where: 'is_disputed = 1' },
  { measure: 'kiosk', where: 'used_kiosk = 1' },
  ...tripCauses.map((cause) => ({
    measure: `cause.${cause}`,
    where: `(causes = '${cause}' or causes like '${cause},%' or causes like '%,${cause}' or causes like '%,${cause},%')`,
  })),
  { measure: 'cause.unstated', where: `causes = '' and trips2019 > 1` },
];

const selects = counted.map(
  ({ measure, where, sum = 'count(*)' }) =>
    `select matter_id, month, coalesce(declared + 1, 0) as declared, '${measure}' as measure, ${sum} as n
       from case_trips where ${where} group by matter_id, month, coalesce(declared + 1, 0)`,
);

/** One statement, so that it sees tallies and counters as of one instant: what each counter lacks. */
export const tripSides = `
  select matter_id as matterId, month, declared, measure, sum(n) as missing from (
    ${selects.join('\n    union all ')}
    union all select matter_id, month, declared, measure, -value from trip_counters
  ) as sides group by matter_id, month, declared, measure having sum(n) <> 0
  order by matter_id, month, declared, measure`;
