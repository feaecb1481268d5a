export { PublicCache, cacheMarker, type PublicCacheOptions } from './public-cache.ts';
export type { MakeBody, Offered } from './ready-answers.ts';
