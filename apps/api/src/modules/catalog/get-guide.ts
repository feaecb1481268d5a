import type { Call } from '../../platform/endpoint/index.ts';
import { problem } from '../../platform/problem/index.ts';
import { catalogKey } from './catalog-key.ts';
import { findMatterVersionByNumber } from './load-published-matters.ts';
import { noStatistics, presentCard, presentGuide, type GuideView } from './matter.presenter.ts';

/** The guide in force, or an older version of it, which stays readable under its own address. */
export async function getGuide(call: Call, code: string, version: number | undefined): Promise<GuideView> {
  const snapshot = call.deps.services.get(catalogKey).current();
  const entry = snapshot.findEntry(code);
  if (entry === undefined) throw problem('record.not-found');
  if (version === undefined || version === entry.matter.version) return presentGuide(entry.matter, entry.card);
  const older = await findMatterVersionByNumber(call.em, entry.matter.id, version);
  if (older === undefined) throw problem('record.not-found');
  const card = presentCard(older, snapshot.findDepartment(older.departmentId)?.name ?? '', noStatistics);
  // Nobody can apply under a version that is not in force.
  return presentGuide(older, { ...card, isOnline: false });
}
