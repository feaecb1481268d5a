import { familyOfEm, type Em } from '../../../database/index.ts';
import { Sums } from './sums.ts';
import { raiseVolumeRevision } from './volume-revision.ts';

/** What is to be added to one counter. */
export interface CounterSum {
  readonly matterId: string;
  readonly month: string;
  readonly measure: string;
  /** As in `CaseCounter`. */
  readonly recordedOn: string;
  readonly sum: number;
}

export const keyOfCounter = ({ matterId, month, measure, recordedOn }: CounterSum): string =>
  `${matterId} ${month} ${measure} ${recordedOn}`;

const atOnce = 500;

export async function addToCounters(em: Em, parts: readonly CounterSum[]): Promise<void> {
  const sums = new Sums(keyOfCounter, parts).list();
  for (let start = 0; start < sums.length; start += atOnce) await add(em, sums.slice(start, start + atOnce));
  if (sums.length > 0) await raiseVolumeRevision(em);
}

async function add(em: Em, sums: readonly CounterSum[]): Promise<void> {
  const onPresent =
    familyOfEm(em) === 'sqlite'
      ? 'on conflict (matter_id, month, measure, recorded_on) do update set value = value + excluded.value'
      : 'on duplicate key update value = value + values(value)';
  await em.execute(
    `insert into case_counters (matter_id, month, measure, recorded_on, value)
     values ${sums.map(() => '(?, ?, ?, ?, ?)').join(', ')} ${onPresent}`,
    sums.flatMap(({ matterId, month, measure, recordedOn, sum }) => [matterId, month, measure, recordedOn, sum]),
    'run',
  );
}
