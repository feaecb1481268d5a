/** The target is not empty, or not fit for this archive; nothing was changed. */
export class RestoreRefused extends Error {}
