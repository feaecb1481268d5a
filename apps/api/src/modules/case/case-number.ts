/** The business prefix of 办件编号. */
export const numberPrefix = 'YT';
