import { catalogEndpoints } from '@yitang/contract';
import { readyAnswer, type ApiModule } from '../../platform/endpoint/index.ts';
import { listDepartments } from '../organization/index.ts';
import { checkAddresses } from './address/check-addresses.ts';
import { batchRoutes } from './batch/batch.routes.ts';
import { publishDueBatch, publishDueJob } from './batch/publish-due-batch.ts';
import { catalogKey, countUsesKey } from './catalog-key.ts';
import { catalogRoutes } from './catalog.routes.ts';
import { Catalog } from './catalog.ts';
import { comparisonRoutes } from './comparison/comparison.routes.ts';
import { consistencyRoutes } from './consistency/consistency.routes.ts';
import { opennessRoutes } from './openness/openness.routes.ts';
import { openDataRoutes } from './open-data/open-data.routes.ts';
import { draftRoutes } from './draft/draft.routes.ts';
import { editorRoutes } from './editor/editor.routes.ts';
import { sweepFiles } from './editor/sweep-files.ts';
import { sweepImports } from './list-import/discard-list.ts';
import { listImportRoutes } from './list-import/list-import.routes.ts';
import { createSheetDesk, sheetDeskKey } from './list-import/sheet-desk.ts';
import { dataSourceRoutes } from './data-source/data-source.routes.ts';
import { questionRoutes } from './question/question.routes.ts';
import { powerRoutes } from './power/power.routes.ts';
import { remindOfFilings } from './power/remind-of-filings.ts';
import { searchMatters, writeSuggestions } from './search/search-matters.ts';

export { catalogKey, countRunningKey, countUsesKey, type CountRunning, type CountUses } from './catalog-key.ts';
export { loadOutages } from './address/load-outages.ts';
export { catalogOn, withForebears, type CatalogDay } from './catalog-on.ts';
export { contentOf, openChange } from './draft/create-draft.ts';
export { departmentsInReach, mayIn, requireIn } from './draft/draft-access.ts';
export { findDraftOutcomes, type DraftOutcome } from './draft/find-draft-outcomes.ts';
export { getDraftContent } from './draft/find-draft.ts';
export { writeValues } from './draft/save-draft.ts';
export { faultWords } from './consistency/rule-sentences.ts';
export type { Catalog } from './catalog.ts';
export type { CatalogSnapshot } from './catalog-snapshot.ts';
export { readSituation } from './get-guide.ts';
export { findMatterVersions, findVersionsOf, loadPublishedMatters } from './load-published-matters.ts';
export type { RetiredMatter } from './published-batches.ts';
export { mapMatterHistory, type MatterState } from './matter-history.ts';
export { findPlannedChanges, type PlannedChange } from './planned-changes.ts';
export type { MatterStatistics } from './matter.presenter.ts';
export { isOpenOnline, type PublishedMatter, type Versioned } from './published-matter.ts';
export { markTable } from './list-import/mark-table.ts';
export { findNamesKey } from './editor/find-names.ts';
export { findHeadsKey, findReformOfficersKey } from './power/heads.ts';
export { countFilings, type FilingCount } from './power/count-filings.ts';
export { openDay, type OpenDay } from './open-data/open-day.ts';
export { openTable } from './open-data/open-table.ts';
export { openWords } from './open-data/open-words.ts';
export { insertEdition } from './power/publish-edition.ts';
export { publishMatters } from './publish-matters.ts';

const { searchMatters: searchEndpoint } = catalogEndpoints;

export const catalogModule: ApiModule = {
  name: 'catalog',
  routes: [
    ...catalogRoutes,
    ...questionRoutes,
    ...dataSourceRoutes,
    ...draftRoutes,
    ...editorRoutes,
    ...batchRoutes,
    ...consistencyRoutes,
    ...comparisonRoutes,
    ...opennessRoutes,
    ...openDataRoutes,
    ...powerRoutes,
    ...listImportRoutes,
  ],
  registerCron: (jobs) => {
    jobs.schedule('power.remind', '40 8 * * *', remindOfFilings);
    jobs.schedule('catalog.sweep-files', '55 3 * * *', sweepFiles);
    jobs.schedule('catalog.check-addresses', '10 4 * * *', checkAddresses);
    jobs.schedule('catalog.sweep-imports', '50 3 * * *', sweepImports);
  },
  provide(deps) {
    const catalog = new Catalog({
      orm: deps.orm,
      clock: deps.clock,
      timeZone: deps.config.timeZone,
      log: deps.log,
      listDepartments: async (em) =>
        (await listDepartments(em)).map(({ id, code, name, consultPhone, campusId, aliases }) => ({
          id,
          code,
          name,
          phone: consultPhone ?? null,
          campusId: campusId ?? null,
          aliases,
        })),
      countUses: (em, at) => deps.services.get(countUsesKey)(em, at),
      onSwap: (edition) => deps.publicCache.setEdition(edition),
    });
    deps.services.provide(catalogKey, catalog);
    deps.publicCache.offer(searchEndpoint.path, {
      route: 'searchMatters',
      make: readyAnswer(searchEndpoint, (query) => writeSuggestions(searchMatters(catalog.current(), query))),
    });
    deps.services.provide(sheetDeskKey, createSheetDesk());
  },
  registerJobs: (jobs) => jobs.register(publishDueJob, publishDueBatch),
  start: (deps) => deps.services.get(catalogKey).start(),
  stop: async ({ services }) => {
    services.get(catalogKey).stop();
    await services.get(sheetDeskKey).close();
  },
};
