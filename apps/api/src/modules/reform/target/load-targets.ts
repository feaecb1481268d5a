import type { TargetDefinition } from '@yitang/domain/target';
import type { Em } from '../../../database/index.ts';
import { problem } from '../../../platform/problem/index.ts';
import { TargetVersion } from './target.entity.ts';

/** A target as it stands: its latest version. */
export interface Target {
  readonly key: string;
  readonly version: number;
  readonly definition: TargetDefinition;
  readonly isRetired: boolean;
}

/** Latest versions, or those that were until then, by the day of the university's programme, then by key. */
export async function loadTargets(em: Em, recordedUntil?: Date): Promise<Target[]> {
  const where = recordedUntil === undefined ? {} : { recordedAt: { $lte: recordedUntil } };
  const versions = await em.find(TargetVersion, where, { orderBy: { version: 'asc' }, disableIdentityMap: true });
  // In order of the versions, so that the latest stays.
  const latest = new Map(versions.map((version) => [version.key, version]));
  return [...latest.values()]
    .map(({ key, version, definition, isRetired }) => ({ key, version, definition, isRetired }))
    .sort((a, b) => compare(a.definition.localOn, b.definition.localOn) || compare(a.key, b.key));
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** All versions of a target, latest first. @throws `record.not-found` */
export async function requireVersions(em: Em, key: string): Promise<[TargetVersion, ...TargetVersion[]]> {
  const found = await em.find(TargetVersion, { key }, { orderBy: { version: 'desc' }, disableIdentityMap: true });
  const [latest, ...earlier] = found;
  if (latest === undefined) throw problem('record.not-found');
  return [latest, ...earlier];
}
