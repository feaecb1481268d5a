export { PublicCache, cacheMarker, type PublicCacheOptions } from './public-cache.ts';
