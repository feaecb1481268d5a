import type { Em } from '../../../database/index.ts';
import { serviceKey } from '../../../platform/endpoint/index.ts';

/** What people are called, by id; offered by the module that knows people. */
export type FindNames = (em: Em, personIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
export const findNamesKey = serviceKey<FindNames>('catalog.find-names');
