import { adminEndpoints } from './admin.ts';
import { arrivalEndpoints } from './arrival.ts';
import { batchEndpoints } from './batch.ts';
import { caseEndpoints } from './case.ts';
import { catalogEndpoints } from './catalog.ts';
import { comparisonEndpoints } from './comparison.ts';
import { consistencyEndpoints } from './consistency.ts';
import { consoleEndpoints } from './console.ts';
import { catalogFileEndpoints, editorEndpoints } from './editor.ts';
import { exclusionEndpoints } from './exclusion.ts';
import { favouriteEndpoints } from './favourite.ts';
import { feedbackEndpoints } from './feedback.ts';
import { filingEndpoints } from './filing.ts';
import { formEditorEndpoints } from './form-editor.ts';
import { frequencyEndpoints } from './frequency.ts';
import { handbookEndpoints } from './handbook.ts';
import { identityEndpoints } from './identity.ts';
import { listImportEndpoints } from './list-import.ts';
import { materialEndpoints } from './material.ts';
import { notificationEndpoints } from './notification.ts';
import { powerEditionEndpoints } from './power-edition.ts';
import { powerListEndpoints } from './power-list.ts';
import { powerEndpoints } from './power.ts';
import { openDataEndpoints } from './open-data.ts';
import { opennessEndpoints } from './openness.ts';
import { promiseEndpoints } from './promise.ts';
import { dataSourceEndpoints } from './data-source.ts';
import { questionEndpoints } from './question.ts';
import { reductionEndpoints } from './reduction.ts';
import { programmeEndpoints } from './programme.ts';
import { overviewEndpoints } from './overview.ts';
import { reformEndpoints } from './reform.ts';
import { resultsEndpoints } from './results.ts';
import { siteEndpoints } from './site.ts';
import { supervisionEndpoints } from './supervision.ts';
import { tripEndpoints } from './trip.ts';
import { surveyEndpoints } from './survey.ts';
import { teamEndpoints } from './team.ts';
import { volumeEndpoints } from './volume.ts';
import { targetEndpoints } from './target.ts';

export * from './admin.ts';
export * from './arrival.ts';
export * from './batch.ts';
export * from './case.ts';
export * from './catalog.ts';
export * from './client.ts';
export * from './common.ts';
export * from './comparison.ts';
export * from './consistency.ts';
export * from './console.ts';
export type * from './data.ts';
export * from './editor.ts';
export * from './endpoint.ts';
export * from './errors.ts';
export * from './favourite.ts';
export * from './feedback.ts';
export * from './filing.ts';
export * from './form-editor.ts';
export * from './frequency.ts';
export * from './handbook.ts';
export * from './identity.ts';
export * from './list-import.ts';
export * from './matter-content.ts';
export * from './material.ts';
export * from './notification.ts';
export * from './overview.ts';
export * from './power-edition.ts';
export * from './power-list.ts';
export * from './power.ts';
export * from './in-process.ts';
export * from './open-data.ts';
export * from './page-words.ts';
export * from './openness.ts';
export * from './problem.ts';
export * from './promise.ts';
export * from './data-source.ts';
export * from './question.ts';
export * from './reduction.ts';
export * from './programme.ts';
export * from './reform.ts';
export * from './results.ts';
export * from './site.ts';
export * from './supervision.ts';
export * from './trip.ts';
export * from './survey.ts';
export * from './team.ts';
export * from './volume.ts';
export * from './exclusion.ts';
export * from './target.ts';

/** Everything that crosses the wire, by operation name. */
export const endpoints = {
  ...arrivalEndpoints,
  ...siteEndpoints,
  ...catalogEndpoints,
  ...questionEndpoints,
  ...dataSourceEndpoints,
  ...consoleEndpoints,
  ...editorEndpoints,
  ...catalogFileEndpoints,
  ...batchEndpoints,
  ...comparisonEndpoints,
  ...listImportEndpoints,
  ...consistencyEndpoints,
  ...powerEndpoints,
  ...powerEditionEndpoints,
  ...powerListEndpoints,
  ...opennessEndpoints,
  ...openDataEndpoints,
  ...formEditorEndpoints,
  ...handbookEndpoints,
  ...identityEndpoints,
  ...adminEndpoints,
  ...caseEndpoints,
  ...materialEndpoints,
  ...favouriteEndpoints,
  ...feedbackEndpoints,
  ...notificationEndpoints,
  ...overviewEndpoints,
  ...resultsEndpoints,
  ...reformEndpoints,
  ...volumeEndpoints,
  ...frequencyEndpoints,
  ...reductionEndpoints,
  ...promiseEndpoints,
  ...targetEndpoints,
  ...exclusionEndpoints,
  ...filingEndpoints,
  ...supervisionEndpoints,
  ...tripEndpoints,
  ...surveyEndpoints,
  ...programmeEndpoints,
  ...teamEndpoints,
};
export type Endpoints = typeof endpoints;
