import { defineEntity, p } from '@mikro-orm/sql';

/** A matter that a person keeps at hand (收藏). */
const FavouriteSchema = defineEntity({
  name: 'Favourite',
  tableName: 'favourites',
  properties: {
    personId: p.string().length(36).primary(),
    matterId: p.string().length(36).primary(),
    addedAt: p.datetime(3),
  },
});
export class Favourite extends FavouriteSchema.class {}
FavouriteSchema.setClass(Favourite);
