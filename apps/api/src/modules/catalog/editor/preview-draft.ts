import { civilDateAt } from '@yitang/domain/calendar';
import type { Call } from '../../../platform/endpoint/index.ts';
import { catalogKey } from '../catalog-key.ts';
import { requireDraft } from '../draft/find-draft.ts';
import { findNamed, readSituation } from '../get-guide.ts';
import { placesIn } from '../guide-places.ts';
import { noStatistics, presentCard, presentGuide, type GuideView } from '../matter.presenter.ts';
import type { PublishedMatter, Versioned } from '../published-matter.ts';

/** The guide as applicants would see it if the draft were published today. */
export async function previewDraft(call: Call, id: string, situation: string | undefined): Promise<GuideView> {
  const { content, code, departmentId, name, baseVersion } = await requireDraft(call, call.em, id);
  const matter: PublishedMatter = {
    ...content,
    id,
    code,
    name,
    departmentId,
    versionId: id,
    batchId: '',
    version: (baseVersion ?? 0) + 1,
    effectiveFrom: civilDateAt(call.now, call.deps.config.timeZone),
    form: versioned(content.form, id),
    route: versioned(content.route, id),
    layout: versioned(content.layout, id),
    paused: null,
  };
  const snapshot = call.deps.services.get(catalogKey).current();
  const departmentName = (wanted: string): string | undefined => snapshot.findDepartment(wanted)?.name;
  return presentGuide(matter, presentCard(matter, departmentName(departmentId) ?? '', noStatistics), {
    latestVersion: matter.version,
    answers: readSituation(situation),
    departmentName,
    placesOf: placesIn(snapshot),
    powersOf: snapshot.powers.powersOf,
    findNamed: (other) => findNamed(snapshot, other),
  });
}

const versioned = <T>(definition: T | null, versionId: string): Versioned<T> | null =>
  definition === null ? null : { versionId, definition };
