/** Milliseconds after which a request is answered, done or not. */
export const usualDeadline = 10_000;
const longDeadline = 300_000;

/**
 * The tools of a few, in which one press may be much work: the trail is verified, a table read, a sheet printed as a
 * sample by a thread that has its fonts still to open.
 */
const tools = ['/api/supervision/', '/api/admin/', '/api/console/'];

/** @returns milliseconds; uploads and tools have longer than what everybody asks */
export function deadlineOf(path: string, contentType: string): number {
  const isLong = contentType.startsWith('multipart/') || tools.some((tool) => path.startsWith(tool));
  return isLong ? longDeadline : usualDeadline;
}
