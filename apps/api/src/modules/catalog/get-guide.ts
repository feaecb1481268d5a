import type { Answers } from '@yitang/domain/form';
import type { Call } from '../../platform/endpoint/index.ts';
import { problem } from '../../platform/problem/index.ts';
import { catalogKey } from './catalog-key.ts';
import { findMatterVersionByNumber } from './load-published-matters.ts';
import { noStatistics, presentCard, presentGuide, type GuideView } from './matter.presenter.ts';

interface Wanted {
  readonly version?: number | undefined;
  /** `reason:lost,kind:paper` */
  readonly situation?: string | undefined;
}

/** The guide in force, or an older version of it, which stays readable under its own address. */
export async function getGuide(call: Call, code: string, { version, situation }: Wanted): Promise<GuideView> {
  const snapshot = call.deps.services.get(catalogKey).current();
  const entry = snapshot.findEntry(code);
  if (entry === undefined) throw problem('record.not-found');
  const departmentName = (id: string): string | undefined => snapshot.findDepartment(id)?.name;
  const context = {
    latestVersion: entry.matter.version,
    answers: readSituation(situation),
    departmentName,
    powersOf: snapshot.powers.powersOf,
  };
  if (version === undefined || version === entry.matter.version) return presentGuide(entry.matter, entry.card, context);
  const older = await findMatterVersionByNumber(call.em, entry.matter.id, version);
  if (older === undefined) throw problem('record.not-found');
  const card = presentCard(older, departmentName(older.departmentId) ?? '', noStatistics);
  // Nobody can apply under a version that is not in force.
  return presentGuide(older, { ...card, isOnline: false }, context);
}

function readSituation(situation: string | undefined): Answers {
  const pairs = (situation ?? '').split(',').filter((pair) => pair !== '');
  return Object.fromEntries(pairs.map((pair) => pair.split(':', 2) as [string, string]));
}
