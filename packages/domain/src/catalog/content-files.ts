import type { Guide } from './guide.ts';

/** Ids of the files that a guide shows or offers: samples of the result and of materials, blank forms. */
export function filesOf({ result, materials }: Pick<Guide, 'result' | 'materials'>): readonly string[] {
  const ofMaterials = materials.flatMap(({ blankFileId, sampleFileId }) => [blankFileId, sampleFileId]);
  return [result?.sampleFileId, ...ofMaterials].filter((id) => id !== undefined);
}

/** Days for which a file that nothing uses is still kept: whoever took it out by mistake can put it back. */
export const unusedFileDays = 30;

const dayMilliseconds = 24 * 3_600_000;

/** What becomes of a file tonight: its rest is counted from the first night on which nothing used it. */
export function decideFile(
  file: { readonly unusedSince: Date | null; readonly isUsed: boolean },
  now: Date,
): 'keep' | 'mark' | 'unmark' | 'remove' {
  const { unusedSince, isUsed } = file;
  if (isUsed) return unusedSince === null ? 'keep' : 'unmark';
  if (unusedSince === null) return 'mark';
  return now.getTime() - unusedSince.getTime() >= unusedFileDays * dayMilliseconds ? 'remove' : 'keep';
}
