import type { Em } from '../../database/index.ts';
import { serviceKey } from '../../platform/endpoint/index.ts';

/** Told by the module that owns notices; identity does not know it. */
export type CountUnreadNotices = (em: Em, personId: string) => Promise<number>;
export const countUnreadNoticesKey = serviceKey<CountUnreadNotices>('count-unread-notices');
