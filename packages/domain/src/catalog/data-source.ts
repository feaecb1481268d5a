import { sourceKey, type CivilDate } from '../vocabulary/index.ts';

/** An entry of the data catalogue (数据目录): what the university has already, and the days on which it can be looked up. */
export interface DataSource {
  readonly name: string;
  readonly liveFrom: CivilDate;
  /** The last day; null: no end is known. */
  readonly liveUntil: CivilDate | null;
}

export type DataSourceRefusal = 'source.until-before-from' | 'source.same-name';

export const isSourceLive = ({ liveFrom, liveUntil }: DataSource, day: CivilDate): boolean =>
  liveFrom <= day && (liveUntil === null || day <= liveUntil);

/** What may be shared on a day, by `sourceKey`. */
export function liveSourceKeys(sources: readonly DataSource[], day: CivilDate): ReadonlySet<string> {
  return new Set(sources.filter((source) => isSourceLive(source, day)).map(({ name }) => sourceKey(name)));
}

/** Why an entry may not stand beside the others: on no day do two have one name. All reasons at once. */
export function refuseSource(source: DataSource, others: readonly DataSource[]): readonly DataSourceRefusal[] {
  const { name, liveFrom, liveUntil } = source;
  const isSameDays = (other: DataSource): boolean =>
    (liveUntil === null || other.liveFrom <= liveUntil) && (other.liveUntil === null || liveFrom <= other.liveUntil);
  const isTaken = others.some((other) => sourceKey(other.name) === sourceKey(name) && isSameDays(other));
  return [
    ...(liveUntil !== null && liveUntil < liveFrom ? (['source.until-before-from'] as const) : []),
    ...(isTaken ? (['source.same-name'] as const) : []),
  ];
}
