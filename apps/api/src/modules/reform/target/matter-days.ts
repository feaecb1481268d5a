import { findPauseOn, heldOn, isInForce, type DatedState } from '@yitang/domain/catalog';
import { servesAllFour, type RecordEvidence, type TargetMatter } from '@yitang/domain/target';
import { addDays } from '@yitang/domain/calendar';
import type { CivilDate } from '@yitang/domain/vocabulary';
import {
  catalogKey,
  loadOutages,
  mapMatterHistory,
  type Catalog,
  type CatalogSnapshot,
  type MatterState,
} from '../../catalog/index.ts';
import type { Asking } from '../asking.ts';
import { restsOn, targetMatterOf, type MatterSource } from './target-matter.ts';

interface KeptVersion {
  readonly matter: TargetMatter;
  /** The address on which its application rests. */
  readonly link: string | null;
  readonly from: CivilDate;
  readonly until: CivilDate | null;
  readonly pauses: MatterState['pauses'];
}

/** The matters of every day, out of all versions. */
export interface MatterDays {
  /** First day of which there is a catalog; undefined: nothing was ever published. */
  readonly firstDay: CivilDate | undefined;
  /** Published and not suspended that day, by code. */
  on(day: CivilDate, today: CivilDate): readonly TargetMatter[];
  /** The first batch after which the list served all four audiences; null: none yet. */
  readonly firstServing: RecordEvidence | null;
  /** A published matter as the targets see it on a day, be it suspended. */
  read(source: MatterSource, day: CivilDate): TargetMatter;
  /** A matter as it will be from a batch on, in the light of the addresses that answer now. */
  drafted(source: MatterSource): TargetMatter;
}

/** Read once for each state of the catalog, as every as-of question needs all of them. */
const kept = new WeakMap<Catalog, { readonly revision: number; readonly days: Promise<MatterDays> }>();

export async function matterDays(call: Pick<Asking, 'deps' | 'em'>): Promise<MatterDays> {
  const catalog = call.deps.services.get(catalogKey);
  const { revision } = catalog.current();
  const known = kept.get(catalog);
  if (known?.revision === revision) return known.days;
  const days = load(call);
  kept.set(catalog, { revision, days });
  days.catch(() => kept.delete(catalog));
  return days;
}

async function load({ em, deps }: Pick<Asking, 'deps' | 'em'>): Promise<MatterDays> {
  const { batches } = deps.services.get(catalogKey).current();
  const outages = await loadOutages(em);
  const withLink = (
    matter: TargetMatter,
    link: string | null,
    isDead: (outage: DatedState) => boolean,
  ): TargetMatter => (link !== null && (outages.get(link) ?? []).some(isDead) ? { ...matter, hasLink: false } : matter);
  const versions = await mapMatterHistory(em, (state): KeptVersion => ({
    matter: targetMatterOf(state),
    link: restsOn(state),
    from: state.effectiveFrom,
    // The last day that belongs to it.
    until: state.effectiveUntil === null ? null : addDays(state.effectiveUntil, -1),
    pauses: state.pauses,
  }));
  versions.sort((a, b) => (a.matter.code < b.matter.code ? -1 : 1));
  return {
    firstDay: versions.reduce<CivilDate | undefined>(
      (first, { from }) => (first === undefined || from < first ? from : first),
      undefined,
    ),
    on: (day, today) =>
      versions
        .filter((version) => isInForce(version, day) && findPauseOn(version.pauses, day, today) === undefined)
        .map(({ matter, link }) => withLink(matter, link, (outage) => heldOn(outage, day))),
    firstServing: findFirstServing(versions, batches),
    read: (source, day) => withLink(targetMatterOf(source), restsOn(source), (outage) => heldOn(outage, day)),
    drafted: (source) => withLink(targetMatterOf(source), restsOn(source), ({ endedOn }) => endedOn === null),
  };
}

function findFirstServing(
  versions: readonly KeptVersion[],
  batches: CatalogSnapshot['batches'],
): RecordEvidence | null {
  const days = [...new Set(versions.map(({ from }) => from))].sort();
  const matters = (day: CivilDate) => versions.filter((one) => isInForce(one, day)).map(({ matter }) => matter);
  const on = days.find((day) => servesAllFour(matters(day)));
  // The newest first: of several on one day, that with which it certainly did.
  const batch = batches.find(({ effectiveFrom }) => effectiveFrom === on);
  return on === undefined ? null : { on, batch: batch?.number ?? null };
}
