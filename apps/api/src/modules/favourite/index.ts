import { favouriteEndpoints } from '@yitang/contract';
import { routes, type ApiModule } from '../../platform/endpoint/index.ts';
import { addFavourite, removeFavourite } from './keep-favourite.ts';
import { listFavourites } from './list-favourites.ts';

/** Matters that people keep at hand. */
export const favouriteModule: ApiModule = {
  name: 'favourite',
  routes: routes(favouriteEndpoints, {
    listFavourites: async (_input, call) => ({ items: await listFavourites(call) }),
    addFavourite: async ({ params }, call) => void (await addFavourite(call, params.code)),
    removeFavourite: async ({ params }, call) => void (await removeFavourite(call, params.code)),
  }),
};
