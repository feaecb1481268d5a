import { setFlagsFromString } from 'node:v8';

/**
 * From now on every new object begins among the young ones. V8 would learn from the start, where all that is made stays
 * (the catalog, its index), to put the objects of the same places in the code among the old ones at once; the start is
 * over soon, what was learned is not. Of a page, such objects then keep all the rest from being cleared: 140 KB of every
 * page lay there until the whole heap was looked through, instead of 28 KB, and a page cost a fifth more CPU.
 */
export function placeObjectsYoung(): void {
  setFlagsFromString('--no-allocation-site-pretenuring');
}
