export { frame } from './frame.ts';
export { createReadiness, type Readiness } from './health.ts';
export { createMetrics, gauge, type HttpMetrics } from './metrics.ts';
export { platformPages } from './platform-pages.ts';
export { refuseCrossSite } from './refuse-cross-site.ts';
export { clientAddress, internalHeader, readFacts } from './request-facts.ts';
export { resolvePrincipal } from './resolve-principal.ts';
