import { arrivalEndpoints } from '@yitang/contract';
import { routes } from '../../../platform/endpoint/index.ts';
import { catalogOf } from '../catalog-access.ts';
import { linkNotice } from './link-notice.ts';
import { listArrivals } from './list-arrivals.ts';
import { noteArrival } from './note-arrival.ts';
import { reportArrival } from './report-arrival.ts';

export const visitRoutes = routes(arrivalEndpoints, {
  noteArrival: ({ body }, call) => noteArrival(call, body),
  listArrivals: ({ query }, call) => listArrivals(call, query),
  listArrivalMatters: (_, call) => ({
    items: catalogOf(call.deps).matters.map(({ code, name }) => ({ code, name })),
  }),
  linkArrival: ({ params, body }, call) => linkNotice(call, { caseId: params.id, ...body }),
  reportArrival: ({ body }, call) => reportArrival(call, body),
});
