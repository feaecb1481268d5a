import { siteEndpoints } from '@yitang/contract';
import { routes } from '../../platform/endpoint/index.ts';
import { listCampuses } from '../organization/index.ts';
import { version } from './version.ts';

export const siteRoutes = routes(siteEndpoints, {
  getSite: async (_input, { deps, em }) => ({
    university: deps.config.university.name,
    origin: deps.config.origin,
    isDemo: deps.config.mode !== 'production',
    helpPhone: deps.config.university.helpPhone,
    version,
    timeZone: deps.config.timeZone,
    campuses: (await listCampuses(em)).map(({ id, name }) => ({ id, name })),
  }),
});
