import { fieldPaths, readField, type FieldPath, type MatterContent } from '@yitang/domain/catalog';
import { isDeepStrictEqual } from 'node:util';

/** The fields in which two contents differ; an absent one is the same as an empty one. */
export function changedFields(before: MatterContent, after: MatterContent): FieldPath[] {
  return fieldPaths.filter(
    (path) => !isDeepStrictEqual(readField(before, path) ?? null, readField(after, path) ?? null),
  );
}
