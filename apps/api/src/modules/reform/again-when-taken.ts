import { isUniqueViolation } from '../../platform/command/index.ts';

const mostAttempts = 5;

/** Whoever takes a number that somebody else has just taken tries again, with all that is known by then. */
export async function againWhenTaken<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isUniqueViolation(error) || attempt >= mostAttempts) throw error;
    }
  }
}
