import { volumeEndpoints } from '@yitang/contract';
import { routes } from '../../../platform/endpoint/index.ts';
import { chooseVolume } from './choose-volume.ts';
import { getCoverage, listOpen } from './get-coverage.ts';
import { getMatterVolumes } from './get-matter-volumes.ts';
import { listCoverageMatters } from './list-coverage-matters.ts';
import { importVolumes, markVolumes, volumeTemplate } from './import-volumes.ts';
import { listEntries } from './list-entries.ts';
import { reportVolumes } from './report-volumes.ts';
import { addSource, listSources } from './sources.ts';

export const volumeRoutes = routes(volumeEndpoints, {
  listVolumeSources: (_input, call) => listSources(call),
  addVolumeSource: ({ body }, call) => addSource(call, body),
  reportVolumes: ({ body }, call) => reportVolumes(call, body),
  importVolumes: ({ query }, call) =>
    importVolumes(call, { isDryRun: query.dryRun === '1', isConfirmed: query.confirmed === '1' }),
  markVolumes: (_input, call) => markVolumes(call),
  readVolumeTemplate: (_input, call) => volumeTemplate(call),
  listVolumeEntries: ({ query }, call) => listEntries(call, query),
  getVolumeCoverage: ({ query }, call) => getCoverage(call, query),
  listCoverageMatters: ({ query }, call) => listCoverageMatters(call, query),
  listOpenVolumes: ({ query }, call) => listOpen(call, query),
  getMatterVolumes: ({ params, query }, call) => getMatterVolumes(call, params.code, query),
  chooseVolume: ({ params, body }, call) => chooseVolume(call, params.code, body),
});
