export { PublicCache, cacheMarker, type KeptData, type PublicCacheOptions } from './public-cache.ts';
export { byteText, readByteText, type ByteText, type MakeBody, type Offered } from './ready-answers.ts';
