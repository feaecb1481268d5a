import { fileURLToPath } from 'node:url';

/** The checkout's folder, without a slash at its end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** An absolute path for one that is written from the checkout's folder. */
export function fromRoot(...parts: string[]): string {
  return [root, ...parts].join('/');
}
