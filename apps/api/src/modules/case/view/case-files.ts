import type { UploadedMaterialData } from '@yitang/contract';
import type { LocalText } from '@yitang/domain/vocabulary';
import type { Em } from '../../../database/index.ts';
import { listMaterials, presentMaterial, type MaterialRow } from '../../material/index.ts';
import type { Correction } from '../correction.entity.ts';
import type { LoadedCase } from '../record/load-case.ts';

/** The files of a case, of all rounds. */
export function listCaseFiles(em: Em, { current }: Pick<LoadedCase, 'current'>): Promise<MaterialRow[]> {
  return listMaterials(em, 'case', current.id);
}

/** What counts now: of each requirement the files of the last round that was handed in. */
export function currentFiles(files: readonly MaterialRow[], corrections: readonly Correction[]): MaterialRow[] {
  const supplied = new Set([0, ...corrections.filter(({ state }) => state === 'supplied').map(({ round }) => round)]);
  const handedIn = files.filter(({ round }) => supplied.has(round));
  const last = new Map<string, number>();
  for (const { requirementKey, round } of handedIn) {
    last.set(requirementKey, Math.max(round, last.get(requirementKey) ?? 0));
  }
  return handedIn.filter(({ requirementKey, round }) => round === last.get(requirementKey));
}

/** With the files of the list that is being answered, in place of what they are to replace. */
export function filesWithRound(
  files: readonly MaterialRow[],
  corrections: readonly Correction[],
  round: number,
): MaterialRow[] {
  const fresh = files.filter((file) => file.round === round);
  const replaced = new Set(fresh.map(({ requirementKey }) => requirementKey));
  return [...currentFiles(files, corrections).filter(({ requirementKey }) => !replaced.has(requirementKey)), ...fresh];
}

export function presentCaseFiles(
  files: readonly MaterialRow[],
  { matter }: Pick<LoadedCase, 'matter'>,
): (UploadedMaterialData & { requirement: LocalText })[] {
  const names = new Map(matter.guide.materials.map(({ key, name }) => [key, name]));
  return files.map((file) => ({
    ...presentMaterial(file),
    requirement: names.get(file.requirementKey) ?? { zh: file.requirementKey },
  }));
}
