import type { RequirementData, UploadedMaterialData } from '@yitang/contract';
import type { MaterialRequirement } from '@yitang/domain/catalog';
import { isVisible, type Answers } from '@yitang/domain/form';

/** What the guide asks for with what was uploaded; what the university has already is shown as 无需提交. */
export function presentRequirements(
  requirements: readonly MaterialRequirement[],
  answers: Answers,
  files: readonly UploadedMaterialData[],
): RequirementData[] {
  return requirements
    .filter(({ showWhen }) => isVisible(showWhen, answers))
    .map((requirement) => presentRequirement(requirement, files));
}

export function presentRequirement(
  requirement: MaterialRequirement,
  files: readonly UploadedMaterialData[],
): RequirementData {
  const { key, name, why, necessity, accepts, maxBytes, maxFiles, sourceMode, sharedFrom } = requirement;
  return {
    key,
    name,
    why,
    necessity,
    accepts: [...accepts],
    maxBytes,
    maxFiles,
    sourceMode,
    ...(sharedFrom && { sharedFrom }),
    files: files.filter(({ requirementKey }) => requirementKey === key),
  };
}
