import type { GuidePromise } from '@yitang/domain/promise';
import type { SourceMode } from '@yitang/domain/vocabulary';
import type { PublishedMatter } from '../../catalog/index.ts';

/** What one version promises; what a guide that is not written in full leaves empty is not stated. */
export function promiseOf({ guide }: PublishedMatter): GuidePromise {
  const { isComplete, materials, steps, stepsOffline = [] } = guide;
  const longest = Math.max(steps.length, stepsOffline.length);
  return {
    promisedDays: guide.promisedDays,
    visitsOnSite: guide.visitsOnSite,
    steps: isComplete || longest > 0 ? longest : null,
    materials:
      isComplete || materials.length > 0 ? new Map(materials.map(({ key, sourceMode }) => [key, sourceMode])) : null,
  };
}

/** First day since which, without a break, one can apply on the net; null: one cannot. Versions in the order of their numbers. */
export function onlineSince(versions: readonly PublishedMatter[]): string | null {
  const lastOffline = versions.findLastIndex(({ guide, form }) => !guide.isOnline || form === null);
  return versions[lastOffline + 1]?.effectiveFrom ?? null;
}

/** What people call the thing that a correction asks for, and where the guide says that it comes from. */
export function describeItem(
  item: string,
  versions: readonly PublishedMatter[],
): { name: string; listed: SourceMode | 'none' | 'answer' } {
  const key = item.slice(item.indexOf('/') + 1);
  const latest = versions.at(-1);
  if (item.startsWith('answer/')) return { name: fieldName(versions, key) ?? key, listed: 'answer' };
  const named = versions
    .toReversed()
    .flatMap(({ guide }) => guide.materials.find((material) => material.key === key) ?? [])[0];
  return {
    name: named?.name.zh ?? key,
    listed: latest?.guide.materials.find((material) => material.key === key)?.sourceMode ?? 'none',
  };
}

function fieldName(versions: readonly PublishedMatter[], key: string): string | undefined {
  return versions
    .toReversed()
    .flatMap(({ form }) => form?.definition.pages ?? [])
    .flatMap(({ fields }) => fields)
    .find((field) => field.key === key)?.label.zh;
}
