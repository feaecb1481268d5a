import { createRequire } from 'node:module';
import { fromRoot } from '../lib/paths.ts';

const ofTheApi = createRequire(fromRoot('apps/api/package.json'));

/** A package that the server depends on, by its name; `through` another one that brings it along. */
export function apiPackage<T>(name: string, through?: string): T {
  const from = through === undefined ? ofTheApi : createRequire(ofTheApi.resolve(through));
  return from(name) as T;
}
