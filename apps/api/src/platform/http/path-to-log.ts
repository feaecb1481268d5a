/** A path without the secret of an address that opens something by itself: 22 characters, as `linkToken` makes them. */
export const pathToLog = (path: string): string => path.replace(/\/[\w-]{22}$/, '/[redacted]');
