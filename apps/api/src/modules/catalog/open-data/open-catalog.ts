import { OpenCatalog } from '@yitang/contract';
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
  return {
    ...presentGuide(matter, card, {
      latestVersion: matter.version,
      answers: {},
      departmentName: day.departmentName,
      placesOf: placesIn(day.snapshot),
      powersOf: day.snapshot.powers.powersOf,
      findNamed: (code) => findNamed(day.snapshot, code),
    }),
    rowGuid: matter.id,
    url: day.addressOf(matter),
    batch: day.batchOf(matter)?.number ?? null,
    nationalCodes: {
      catalog: guide.nationalCodes?.catalog ?? null,
      task: guide.nationalCodes?.task ?? null,
      handlingItem: guide.nationalCodes?.handlingItem ?? null,
    },
    taskType: guide.taskType ?? null,
    onlineUrl: guide.onlineUrl ?? null,
  };
}

/** JSON Schema (2020-12) of what `presentOpenCatalog` answers, made from the contract. */
export function openCatalogSchema(origin: string): Record<string, unknown> {
  return { $id: origin + schemaPath, ...z.toJSONSchema(OpenCatalog, { target: 'draft-2020-12', io: 'output' }) };
}
