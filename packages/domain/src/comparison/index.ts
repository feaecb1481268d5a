export { leavesOf } from './leaves.ts';
export {
  compareContents,
  type ChangeKind,
  type EntryChange,
  type FieldChange,
  type LeafChange,
} from './compare-contents.ts';
export { compareTexts, type TextPart } from './compare-texts.ts';
export {
  assessImpact,
  countsOf,
  strandedCases,
  type Impact,
  type ImpactFacts,
  type RunningCases,
  type Turn,
} from './impact.ts';
