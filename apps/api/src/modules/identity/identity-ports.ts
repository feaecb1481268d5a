import type { Greeting } from '@yitang/contract';
import type { z } from 'zod';
import type { Em } from '../../database/index.ts';
import { serviceKey } from '../../platform/endpoint/index.ts';

export type Dues = z.input<typeof Greeting>['dues'];
/** Told by the module that owns cases; identity knows neither them nor notices. */
export type FindDues = (em: Em, personId: string, now: Date) => Promise<Dues>;
export const findDuesKey = serviceKey<FindDues>('find-dues');
