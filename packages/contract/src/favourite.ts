import { z } from 'zod';
import { endpoint, noContent } from './endpoint.ts';

const matter = z.strictObject({ code: z.string().max(40) });

/** A matter that somebody keeps at hand. */
export const Favourite = z
  .object({
    code: z.string(),
    name: z.string(),
    department: z.string(),
    isOnline: z.boolean(),
    /** It is no longer offered; its guide says what took over. */
    isRetired: z.boolean(),
  })
  .meta({ id: 'Favourite' });

export const favouriteEndpoints = {
  listFavourites: endpoint({
    method: 'get',
    path: '/api/favourites',
    summary: 'Matters that the caller keeps at hand, the last kept first',
    access: 'signed-in',
    output: z.object({ items: z.array(Favourite) }),
  }),
  addFavourite: endpoint({
    method: 'put',
    path: '/api/favourites/{code}',
    summary: 'Keep a matter at hand; keeping it twice changes nothing',
    access: 'signed-in',
    params: matter,
    status: 204,
    output: noContent,
  }),
  removeFavourite: endpoint({
    method: 'delete',
    path: '/api/favourites/{code}',
    summary: 'Keep a matter at hand no longer',
    access: 'signed-in',
    params: matter,
    status: 204,
    output: noContent,
  }),
};
