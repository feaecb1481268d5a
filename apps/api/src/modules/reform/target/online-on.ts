import { keepsCheck } from '@yitang/domain/target';
import type { CivilDate } from '@yitang/domain/vocabulary';
import type { PublishedMatter } from '../../catalog/index.ts';
import type { Asking } from '../asking.ts';
import { matterDays } from './matter-days.ts';
import { sourceOf } from './target-matter.ts';

/** Tells of a published matter whether the targets call it online that day, so that no two pages give two numbers. */
export async function onlineOn(
  call: Pick<Asking, 'deps' | 'em'>,
  day: CivilDate,
): Promise<(matter: PublishedMatter) => boolean> {
  const days = await matterDays(call);
  return (matter) => keepsCheck(days.read(sourceOf(matter, matter.id), day), 'online');
}
