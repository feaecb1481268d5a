/** Another instance folds the same at this moment; nothing is lost by leaving it to that one. */
export class FoldedElsewhere extends Error {}
