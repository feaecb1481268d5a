import { z } from 'zod';
import { endpoint } from './endpoint.ts';

export const Site = z
  .object({
    university: z.string(),
    /** What people type, without a trailing slash: what addresses that are passed on begin with. */
    origin: z.string(),
    isDemo: z.boolean(),
    helpPhone: z.string(),
    version: z.string(),
    timeZone: z.string(),
    campuses: z.array(z.object({ id: z.string(), name: z.string() })),
  })
  .meta({ id: 'Site' });

export const siteEndpoints = {
  getSite: endpoint({
    method: 'get',
    path: '/api/site',
    summary: 'The university that runs this, its help line and campuses',
    access: 'public',
    output: Site,
    isCatalogPage: true,
  }),
};
