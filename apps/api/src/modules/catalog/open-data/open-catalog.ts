import { OpenCatalog } from '@yitang/contract';
import { handlingItemsOf, type GuideStep } from '@yitang/domain/catalog';
import { z } from 'zod';
import { findNamed } from '../get-guide.ts';
import { placesIn } from '../guide-places.ts';
import { noStatistics, presentCard, presentGuide } from '../matter.presenter.ts';
import type { PublishedMatter } from '../published-matter.ts';
import type { OpenDay } from './open-day.ts';

type Catalog = z.input<typeof OpenCatalog>;
type Matter = Catalog['matters'][number];

export const schemaPath = '/api/open/catalog.schema.json';

/** The whole catalog of a day, guide by guide. */
export function presentOpenCatalog(day: OpenDay): Catalog {
  const [latest] = day.batches;
  return {
    $schema: day.origin + schemaPath,
    university: day.university,
    on: day.on,
    organizationOn: day.today,
    batch: latest?.number ?? null,
    publishedAt: latest?.publishedAt.toISOString() ?? null,
    matters: day.matters.map((matter) => presentOpenMatter(day, matter)),
    retired: day.retired.map(({ id, code, name, retiredOn, successorCode }) => ({
      rowGuid: id,
      code,
      name,
      on: retiredOn,
      successorCode,
    })),
  };
}

function presentOpenMatter(day: OpenDay, matter: PublishedMatter): Matter {
  const { guide } = matter;
  const card = presentCard(matter, day.departmentOf(matter), noStatistics);
  const { handlingItem: _chosen, ...asRead } = presentGuide(matter, card, {
    latestVersion: matter.version,
    answers: {},
    departmentName: day.departmentName,
    placesOf: placesIn(day.snapshot),
    powersOf: day.snapshot.powers.powersOf,
    findNamed: (code) => findNamed(day.snapshot, code),
  });
  return {
    // As it was published; what people read of it stands over it where the two are of one name.
    ...guide,
    ...asRead,
    ...wholeParts(matter),
    rowGuid: matter.id,
    url: day.addressOf(matter),
    batch: day.batchOf(matter)?.number ?? null,
    nationalCodes: {
      catalog: guide.nationalCodes?.catalog ?? null,
      task: guide.nationalCodes?.task ?? null,
      handlingItem: guide.nationalCodes?.handlingItem ?? null,
    },
    taskType: guide.taskType ?? null,
    isOnline: guide.isOnline,
    isOpenOnline: asRead.isOnline,
    onlineUrl: guide.onlineUrl ?? null,
  };
}

type Parts =
  'preconditions' | 'situations' | 'handlingItems' | 'materials' | 'steps' | 'stepsOffline' | 'specialProcedures';

/** For every situation at once, each part with the condition under which it is called for. */
function wholeParts(matter: PublishedMatter): Pick<Matter, Parts> {
  const { guide } = matter;
  return {
    preconditions: [...matter.preconditions],
    situations: (guide.situations ?? []).map((situation) => ({ ...situation, options: [...situation.options] })),
    handlingItems: handlingItemsOf(matter).map(({ code, name }) => ({ code, name })),
    materials: guide.materials.map((material) => ({
      ...material,
      accepts: [...material.accepts],
      isNeeded: neededBy(material),
    })),
    steps: guide.steps.map(wholeStep),
    stepsOffline: (guide.stepsOffline ?? []).map(wholeStep),
    specialProcedures: [...(guide.specialProcedures ?? [])],
  };
}

const wholeStep = (step: GuideStep) => ({ ...step, isNeeded: neededBy(step) });
const neededBy = ({ showWhen }: Pick<GuideStep, 'showWhen'>): 'yes' | 'depends' =>
  showWhen === undefined ? 'yes' : 'depends';

/** JSON Schema (2020-12) of what `presentOpenCatalog` answers, made from the contract. */
export function openCatalogSchema(origin: string): Record<string, unknown> {
  return { $id: origin + schemaPath, ...z.toJSONSchema(OpenCatalog, { target: 'draft-2020-12', io: 'output' }) };
}
