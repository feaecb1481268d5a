export { PublicCache, cacheMarker, type PublicCacheOptions } from './public-cache.ts';
export type { MakeBody } from './ready-answers.ts';
