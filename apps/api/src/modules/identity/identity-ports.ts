import type { Em } from '../../database/index.ts';
import { serviceKey, type Deps, type ServiceKey } from '../../platform/endpoint/index.ts';

/** Told by the module that owns notices; identity does not know it. */
export type CountUnreadNotices = (em: Em, personId: string) => Promise<number>;
export const countUnreadNoticesKey = serviceKey<CountUnreadNotices>('count-unread-notices');

/** The service, or undefined in a process that runs without the module that offers it. */
export function findService<T>(deps: Pick<Deps, 'services'>, key: ServiceKey<T>): T | undefined {
  try {
    return deps.services.get(key);
  } catch {
    return undefined;
  }
}
