import { tripEndpoints } from '@yitang/contract';
import { routes } from '../../../platform/endpoint/index.ts';
import { getArrivals } from './get-arrivals.ts';
import { getMatterTrips } from './get-matter-trips.ts';
import { getTrips } from './get-trips.ts';
import { listArrivalVisits } from './list-arrival-visits.ts';
import { listTripCases } from './list-trip-cases.ts';

export const tripRoutes = routes(tripEndpoints, {
  getTrips: ({ query }, call) => getTrips(call, query),
  getMatterTrips: ({ params, query }, call) => getMatterTrips(call, params.code, query),
  listTripCases: ({ query }, call) => listTripCases(call, query),
  getArrivals: ({ query }, call) => getArrivals(call, query),
  listArrivalVisits: ({ query }, call) => listArrivalVisits(call, query),
});
