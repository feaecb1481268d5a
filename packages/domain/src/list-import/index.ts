export type { ReadContext } from './cell-readers.ts';
export { changesOf, matcher, rowFault, withChanges, type FieldChange, type KnownMatter } from './compare-rows.ts';
export { findTables, type ListTable } from './find-tables.ts';
export {
  fieldLabel,
  importTargetKeys,
  isImportTarget,
  labelOf,
  neededTargets,
  type ImportTargetKey,
} from './import-targets.ts';
export { markSheets, withoutMarks, type Mark, type MarkedSheet } from './mark-sheets.ts';
export { proposeMapping, samplesOf, type ColumnMapping } from './propose-mapping.ts';
export { readRows, type ListRow, type RowFault } from './read-rows.ts';
export { fused, textOf, type PlainCell, type PlainRow, type PlainSheet } from './sheet.ts';
export { templateRows } from './template.ts';
