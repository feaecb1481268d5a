import { problem } from '../../platform/problem/index.ts';
import type { CatalogDay, PublishedMatter } from '../catalog/index.ts';

/**
 * The matter as it was on the day, or as it is today where it came later.
 * @throws ProblemError `record.not-found` for one that was in force on neither
 */
export function matterOn({ matters, snapshot }: CatalogDay, code: string): PublishedMatter {
  const matter = matters.find((one) => one.code === code) ?? snapshot.find(code);
  if (matter === undefined) throw problem('record.not-found');
  return matter;
}
