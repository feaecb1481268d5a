import type { Answers } from '@yitang/domain/form';
import type { Call } from '../../platform/endpoint/index.ts';
import { problem } from '../../platform/problem/index.ts';
import { catalogKey } from './catalog-key.ts';
import type { CatalogSnapshot } from './catalog-snapshot.ts';
import { placesIn } from './guide-places.ts';
import { findMatterVersionByNumber } from './load-published-matters.ts';
import { noStatistics, presentCard, presentGuide, type GuideView } from './matter.presenter.ts';
import type { RetiredMatter } from './published-batches.ts';

interface Wanted {
  readonly version?: number | undefined;
  /** `reason:lost,kind:paper` */
  readonly situation?: string | undefined;
}

/**
 * The guide in force, or an older version of it, which stays readable under its own address. That of a retired matter stays
 * readable too, and says since when it is retired and what took over.
 */
export async function getGuide(call: Call, code: string, { version, situation }: Wanted): Promise<GuideView> {
  const snapshot = call.deps.services.get(catalogKey).current();
  const entry = snapshot.findEntry(code);
  const retired = snapshot.findRetired(code);
  const known = entry?.matter ?? retired;
  if (known === undefined) throw problem('record.not-found');
  const departmentName = (id: string): string | undefined => snapshot.findDepartment(id)?.name;
  const context = {
    latestVersion: known.version,
    answers: readSituation(situation),
    departmentName,
    placesOf: placesIn(snapshot),
    powersOf: snapshot.powers.powersOf,
    findNamed: (other: string) => findNamed(snapshot, other),
  };
  const wanted = version ?? known.version;
  if (wanted === entry?.matter.version) return presentGuide(entry.matter, entry.card, context);
  const older = await findMatterVersionByNumber(call.em, known.id, wanted);
  if (older === undefined) throw problem('record.not-found');
  const card = presentCard(older, departmentName(older.departmentId) ?? '', noStatistics);
  // Nobody can apply under a version that is not in force.
  return presentGuide(
    older,
    { ...card, isOnline: false },
    { ...context, retired: presentRetirement(snapshot, retired) },
  );
}

export function readSituation(situation: string | undefined): Answers {
  const pairs = (situation ?? '').split(',').filter((pair) => pair !== '');
  return Object.fromEntries(pairs.map((pair) => pair.split(':', 2) as [string, string]));
}

function presentRetirement(snapshot: CatalogSnapshot, retired: RetiredMatter | undefined): GuideView['retired'] {
  if (retired === undefined) return null;
  const { retiredOn, successorCode } = retired;
  return { on: retiredOn, successor: successorCode === null ? null : findNamed(snapshot, successorCode) };
}

/** A matter that is in force, or was. */
export function findNamed(snapshot: CatalogSnapshot, code: string): { code: string; name: string } | null {
  const name = (snapshot.find(code) ?? snapshot.findRetired(code))?.name;
  return name === undefined ? null : { code, name };
}
